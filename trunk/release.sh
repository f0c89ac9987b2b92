#!/bin/sh
# Trunk runs this before each build: see Trunk.toml. Only a release build needs wasm-opt, in the version that Trunk.toml pins.
# Without this check, Trunk compiles for minutes before it downloads wasm-opt unasked, or fails because it is offline.
[ "$TRUNK_PROFILE" = release ] || exit 0

refuse() {
  echo "$1" >&2
  exit 1
}

# The folder of development builds would have a release build in it until the next save.
case $TRUNK_DIST_DIR in
  */target/development) refuse 'A release build needs a folder of its own: run `trunk build --release --dist dist`.' ;;
esac

version=$(sed -n 's/^wasm_opt = "version_\([0-9]*\)".*/\1/p' Trunk.toml)
# It says `wasm-opt version 132 (version_132)`.
case $(wasm-opt --version 2>&1) in
  "wasm-opt version $version" | "wasm-opt version $version "*) exit 0 ;;
esac
# Offline, Trunk does not look at what it has downloaded before.
if [ "$TRUNK_OFFLINE" != true ]; then
  case $(uname) in
    Darwin) cache="$HOME/Library/Caches/dev.trunkrs.trunk" ;;
    *) cache="${XDG_CACHE_HOME:-$HOME/.cache}/trunk" ;;
  esac
  [ -x "$cache/wasm-opt-version_$version/bin/wasm-opt" ] && exit 0
  [ "$DOWNLOAD_WASM_OPT" = 1 ] && exit 0
fi
refuse "A release build needs wasm-opt $version, which is not on PATH: run \`npm install --global binaryen@$version.0.0\`, or set DOWNLOAD_WASM_OPT=1 once to have Trunk download it."
