#!/bin/sh
# Trunk runs this after each build: see Trunk.toml. It makes a release build smaller, before Trunk puts it into `dist`.
[ "$TRUNK_PROFILE" = release ] || exit 0
exec livechat-shrink "$@" "$TRUNK_STAGING_DIR"
