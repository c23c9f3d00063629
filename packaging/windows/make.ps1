# Not tried yet. Makes the installer from build\package\dist\homejournal, installs it for this person, tries it
# and removes it again. Signed where CERTIFICATE holds one (PFX, in base64, with CERTIFICATE_PASSWORD), or where one
# is in this person's store already.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

$version = python -c "from homejournal import __version__; print(__version__)"
$inno = Join-Path ${env:ProgramFiles(x86)} "Inno Setup 6\ISCC.exe"
if (-not (Test-Path $inno)) { choco install innosetup --yes --no-progress }
if (-not (Test-Path $inno)) { throw "Inno Setup is not there." }
if ($env:CERTIFICATE) {
    $file = Join-Path ([IO.Path]::GetTempPath()) "own.pfx"
    [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
    $secret = ConvertTo-SecureString $env:CERTIFICATE_PASSWORD -AsPlainText -Force
    Import-PfxCertificate $file Cert:\CurrentUser\My -Password $secret | Out-Null
    Remove-Item $file
}
$words = @("/DVersion=$version")
if (Get-ChildItem Cert:\CurrentUser\My -CodeSigningCert) {
    $words += "/DSign"
    # Windows' kit is on no path.
    $signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Select-Object -Last 1
    $words += "/Sown=`$q$signtool`$q sign /a /fd sha256 /tr http://timestamp.digicert.com /td sha256 `$f"
}
& $inno @words packaging\windows\homejournal.iss
if ($LASTEXITCODE) { throw "The installer could not be made." }

$made = "dist\homejournal-$version-windows.exe"
$there = Join-Path $env:LOCALAPPDATA "Programs\homejournal"
Start-Process $made -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART" -Wait
python packaging\try_frozen.py $there
if ($LASTEXITCODE) { throw "The installed program lacks something." }
Start-Process (Join-Path $there "unins000.exe") -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES" -Wait
if (Test-Path (Join-Path $there "homejournal.exe")) { throw "The program is still there." }
