#!/bin/sh
# Trunk runs this after each build: see Trunk.toml. `cargo livechat dev` shows a saved style sheet without a build; this
# adds its script to a development build's page.
[ "$TRUNK_PROFILE" = debug ] && [ -n "${YEW_LIVECHAT_STYLES:-}" ] || exit 0
page=$TRUNK_STAGING_DIR/index.html
sed "s|</head>|<script defer src=\"$YEW_LIVECHAT_STYLES/styles.js\"></script></head>|" "$page" >"$page.new" && mv "$page.new" "$page"
