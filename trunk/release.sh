#!/bin/sh
# Trunk runs this before each build: see Trunk.toml. Release builds need livechat-shrink, wasm-opt and esbuild. Without
# this check, they would compile for minutes before they fail.
[ "$TRUNK_PROFILE" = release ] || exit 0

refuse() {
  echo "$1" >&2
  exit 1
}

# Otherwise the development folder would contain a release build until the next save.
case $TRUNK_DIST_DIR in
  */target/development) refuse 'A release build needs its own folder: run `trunk build --release --dist dist`.' ;;
esac

command -v livechat-shrink >/dev/null ||
  refuse 'A release build needs livechat-shrink, which is not on PATH: run `cargo install --locked --git https://github.com/yew-livechat/yew-livechat --tag v0.1.0 livechat-shrink`.'
# livechat-shrink knows which wasm-opt it needs.
exec livechat-shrink --check
