# release.sh for Windows. UNVERIFIED: nobody has run it there.
if ($env:TRUNK_PROFILE -ne 'release') { exit 0 }

function Refuse($text) {
  [Console]::Error.WriteLine($text)
  exit 1
}

if ($env:TRUNK_DIST_DIR -like '*\target\development') {
  Refuse 'A release build needs a folder of its own: run `trunk build --release --dist dist`.'
}

$version = [regex]::Match((Get-Content -Raw Trunk.toml), 'wasm_opt = "version_(\d+)"').Groups[1].Value
try { $found = & wasm-opt --version 2>$null } catch { $found = '' }
if ("$found" -match "^wasm-opt version $version( |$)") { exit 0 }
if ($env:TRUNK_OFFLINE -ne 'true') {
  if (Test-Path "$env:LOCALAPPDATA\trunkrs\trunk\cache\wasm-opt-version_$version\bin\wasm-opt.exe") { exit 0 }
  if ($env:DOWNLOAD_WASM_OPT -eq '1') { exit 0 }
}
Refuse "A release build needs wasm-opt $version, which is not on PATH: run ``npm install --global binaryen@$version.0.0``, or set DOWNLOAD_WASM_OPT=1 once to have Trunk download it."
