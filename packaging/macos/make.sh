#!/usr/bin/env bash
# Not tried yet. Makes dist/homejournal-VERSION-macos-PROCESSOR.dmg from build/package/dist/homejournal.app.
# Signed where IDENTITY names a certificate (CERTIFICATE holds it, in base64, with CERTIFICATE_PASSWORD),
# and notarized where APPLE_ID, APPLE_TEAM and APPLE_PASSWORD are there. Otherwise the family opens it the
# first time by System Settings, Privacy & Security, Open Anyway.
set -euo pipefail
cd "$(dirname "$0")/../.."

app=build/package/dist/homejournal.app
version=$(python3 -c 'from homejournal import __version__; print(__version__)')
made=dist/homejournal-$version-macos-$(uname -m).dmg
mkdir -p dist
# Called by its other name the program is the command line, which also reads photos for the window.
ln -sf homejournal "$app/Contents/MacOS/homejournal-cli"

if [ -n "${CERTIFICATE:-}" ]; then
    chain=$(mktemp -d)/own.keychain-db
    word=$(uuidgen)
    security create-keychain -p "$word" "$chain"
    security unlock-keychain -p "$word" "$chain"
    base64 --decode <<<"$CERTIFICATE" >"$chain.p12"
    security import "$chain.p12" -P "$CERTIFICATE_PASSWORD" -A -t cert -f pkcs12 -k "$chain"
    rm "$chain.p12"
    security set-key-partition-list -S apple-tool:,apple: -s -k "$word" "$chain"
    security list-keychains -d user -s "$chain" login.keychain-db
fi

# "-" signs for this computer alone, which Apple's own processors ask for.
sign=(codesign --force --options runtime --entitlements packaging/macos/entitlements.plist
    --sign "${IDENTITY:--}")
find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) -exec "${sign[@]}" {} +
"${sign[@]}" --deep "$app"
codesign --verify --deep --strict "$app"
python3 packaging/try_frozen.py "$app/Contents/MacOS"

folder=$(mktemp -d)
cp -R "$app" "$folder"
ln -s /Applications "$folder/Applications"
hdiutil create -volname homejournal -srcfolder "$folder" -ov -format UDZO "$made"

if [ -n "${IDENTITY:-}" ] && [ -n "${APPLE_ID:-}" ]; then
    codesign --sign "$IDENTITY" "$made"
    xcrun notarytool submit "$made" --wait \
        --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
    xcrun stapler staple "$made"
fi
