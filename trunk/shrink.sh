#!/bin/sh
# Trunk runs this after each build: see Trunk.toml. It shrinks a release build before Trunk copies it to `dist`.
[ "$TRUNK_PROFILE" = release ] || exit 0
exec livechat-shrink "$@" "$TRUNK_STAGING_DIR"
