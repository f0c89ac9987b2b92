# shrink.sh for Windows. UNVERIFIED (windows): not tested there.
if ($env:TRUNK_PROFILE -ne 'release') { exit 0 }
& livechat-shrink @args $env:TRUNK_STAGING_DIR
exit $LASTEXITCODE
