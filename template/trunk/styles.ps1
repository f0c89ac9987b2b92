# styles.sh for Windows. UNVERIFIED (windows): not tested there.
if ($env:TRUNK_PROFILE -ne 'debug' -or -not $env:YEW_LIVECHAT_STYLES) { exit 0 }
$page = Join-Path $env:TRUNK_STAGING_DIR 'index.html'
$script = "<script defer src=`"$env:YEW_LIVECHAT_STYLES/styles.js`"></script></head>"
$text = [IO.File]::ReadAllText($page).Replace('</head>', $script)
[IO.File]::WriteAllText($page, $text)
