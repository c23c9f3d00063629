; Not tried yet. For one person, without administrator rights:
;     iscc /DVersion=1.0.0 packaging\windows\homejournal.iss
; With /DSign the programs and the installer are signed by the sign tool "own".

#ifndef Version
  #error Say which version: /DVersion=1.0.0
#endif
; Some versions of Inno Setup have no words in Arabic; what it installs has them either way.
#define HasArabic FileExists(AddBackslash(CompilerPath) + "Languages\Arabic.isl")

[Setup]
AppId={{6E1B1E0C-4D0E-4B8B-9C55-1D1F0B6E7A31}
AppName=homejournal
AppVersion={#Version}
AppPublisher=homejournal contributors
DefaultDirName={autopf}\homejournal
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=homejournal-{#Version}-windows
UninstallDisplayIcon={app}\homejournal.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=auto
#ifdef Sign
SignTool=own
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
#if HasArabic
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"
#endif

[CustomMessages]
en.Plan=Plan for homejournal
es.Plan=Plan para homejournal
en.Pack=Sealed file of homejournal
es.Pack=Archivo sellado de homejournal
en.Journal=Journal or copy of homejournal
es.Journal=Diario o copia de homejournal
#if HasArabic
ar.Plan=خطة لبرنامج homejournal
ar.Pack=ملف مختوم من homejournal
ar.Journal=دفتر أو نسخة من homejournal
#endif

[Files]
#ifdef Sign
Source: "..\..\build\package\dist\homejournal\*.exe"; DestDir: "{app}"; Flags: ignoreversion sign
#else
Source: "..\..\build\package\dist\homejournal\*.exe"; DestDir: "{app}"; Flags: ignoreversion
#endif
Source: "..\..\build\package\dist\homejournal\*"; Excludes: "\*.exe"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\homejournal"; Filename: "{app}\homejournal.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.hjplan"; ValueType: string; ValueName: ""; ValueData: "homejournal.plan"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.hjplan\OpenWithProgids"; ValueType: string; ValueName: "homejournal.plan"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\homejournal.plan"; ValueType: string; ValueData: "{cm:Plan}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\homejournal.plan\DefaultIcon"; ValueType: string; ValueData: "{app}\homejournal.exe,0"
Root: HKA; Subkey: "Software\Classes\homejournal.plan\shell\open\command"; ValueType: string; ValueData: """{app}\homejournal.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.hjpack"; ValueType: string; ValueName: ""; ValueData: "homejournal.pack"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.hjpack\OpenWithProgids"; ValueType: string; ValueName: "homejournal.pack"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\homejournal.pack"; ValueType: string; ValueData: "{cm:Pack}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\homejournal.pack\DefaultIcon"; ValueType: string; ValueData: "{app}\homejournal.exe,0"
Root: HKA; Subkey: "Software\Classes\homejournal.pack\shell\open\command"; ValueType: string; ValueData: """{app}\homejournal.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.hj"; ValueType: string; ValueName: ""; ValueData: "homejournal.journal"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.hj\OpenWithProgids"; ValueType: string; ValueName: "homejournal.journal"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\homejournal.journal"; ValueType: string; ValueData: "{cm:Journal}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\homejournal.journal\DefaultIcon"; ValueType: string; ValueData: "{app}\homejournal.exe,0"
Root: HKA; Subkey: "Software\Classes\homejournal.journal\shell\open\command"; ValueType: string; ValueData: """{app}\homejournal.exe"" ""%1"""

[Run]
Filename: "{app}\homejournal.exe"; Description: "{cm:LaunchProgram,homejournal}"; Flags: nowait postinstall skipifsilent
