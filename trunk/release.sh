#!/bin/sh
# Trunk runs this before each build: see Trunk.toml. Only a release build needs livechat-shrink, wasm-opt and esbuild.
# Without this check, it would compile for minutes before it fails.
[ "$TRUNK_PROFILE" = release ] || exit 0

refuse() {
  echo "$1" >&2
  exit 1
}

# The folder of development builds would have a release build in it until the next save.
case $TRUNK_DIST_DIR in
  */target/development) refuse 'A release build needs a folder of its own: run `trunk build --release --dist dist`.' ;;
esac

command -v livechat-shrink >/dev/null ||
  refuse 'A release build needs livechat-shrink, which is not on PATH: run `cargo install --locked --git https://github.com/yew-livechat/yew-livechat --tag v0.1.0 livechat-shrink`.'
# It knows which wasm-opt it needs.
exec livechat-shrink --check
