# release.sh for Windows. UNVERIFIED (windows): not tested there.
if ($env:TRUNK_PROFILE -ne 'release') { exit 0 }

function Refuse($text) {
  [Console]::Error.WriteLine($text)
  exit 1
}

if ($env:TRUNK_DIST_DIR -like '*\target\development') {
  Refuse 'A release build needs its own folder: run `trunk build --release --dist dist`.'
}

if (-not (Get-Command livechat-shrink -ErrorAction SilentlyContinue)) {
  Refuse 'A release build needs livechat-shrink, which is not on PATH: run `cargo install --locked --git https://github.com/yew-livechat/yew-livechat --tag v0.1.0 livechat-shrink`.'
}
& livechat-shrink --check
exit $LASTEXITCODE
