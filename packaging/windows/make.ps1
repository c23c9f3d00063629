# Not tried yet. Makes the installer from build\package\dist\homejournal, installs it for this person, tries it
# and removes it again. Signed where a certificate for code is in this person's store.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

$version = python -c "from homejournal import __version__; print(__version__)"
$inno = Join-Path ${env:ProgramFiles(x86)} "Inno Setup 6\ISCC.exe"
if (-not (Test-Path $inno)) { choco install innosetup --yes --no-progress }
$words = @("/DVersion=$version")
if (Get-ChildItem Cert:\CurrentUser\My -CodeSigningCert) {
    $words += "/DSign"
    $words += "/Sown=signtool sign /a /fd sha256 /tr http://timestamp.digicert.com /td sha256 `$f"
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
