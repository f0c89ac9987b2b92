# simulator.sh for Windows. UNVERIFIED (windows): not tested there.
if ($env:TRUNK_PROFILE -ne 'debug') { exit 0 }
$name = 'yew-livechat-simulator'

function Skip($text) {
  [Console]::Error.WriteLine("The simulator is not built: $text")
  exit 0
}

$reported = & cargo build --quiet --target wasm32-unknown-unknown --package $name --bin $name --message-format=json-render-diagnostics
if ($LASTEXITCODE -ne 0) { Skip "see Cargo's messages above." }
$wasm = $reported | ConvertFrom-Json | ForEach-Object { $_.filenames } | Where-Object { $_ -like "*\$name.wasm" } | Select-Object -First 1
if (-not $wasm) { Skip "Cargo did not build $name.wasm." }

$built = Join-Path (Split-Path (Split-Path (Split-Path $wasm))) $name
$bound = Join-Path $built "${name}_bg.wasm"
if (-not (Test-Path $bound) -or (Get-Item $bound).LastWriteTime -le (Get-Item $wasm).LastWriteTime) {
  $version = [regex]::Match((Get-Content -Raw Cargo.lock), 'name = "wasm-bindgen"\r?\nversion = "([^"]+)"').Groups[1].Value
  $env:PATH = "$env:LOCALAPPDATA\trunkrs\trunk\cache\wasm-bindgen-$version;$env:PATH"
  if (-not (Get-Command wasm-bindgen -ErrorAction SilentlyContinue)) {
    Skip "wasm-bindgen is not on PATH: run ``cargo install --locked wasm-bindgen-cli@$version``."
  }
  & wasm-bindgen --target web --no-typescript --out-dir $built $wasm
  if ($LASTEXITCODE -ne 0) { Skip "see wasm-bindgen's messages above." }
}
$folder = New-Item -ItemType Directory -Force (Join-Path $env:TRUNK_STAGING_DIR $name)
Copy-Item (Join-Path $built "$name.js"), $bound $folder
