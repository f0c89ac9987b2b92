#!/bin/sh
# Trunk runs this during each build: see Trunk.toml. It builds the simulator, a separate WebAssembly module, beside a
# development build: once, and after an upgrade of the framework.
[ "$TRUNK_PROFILE" = debug ] || exit 0
name=yew-livechat-simulator

# The page reports the missing simulator; the extension itself is built.
skip() {
  echo "The simulator is not built: $1" >&2
  exit 0
}

target=${CARGO_TARGET_DIR:-target}
# Compiled into the simulator.
port=${YEW_LIVECHAT_FAKE_PORT:-}

put() {
  # Preserves the file times, so that the browser's copies stay valid.
  mkdir -p "$TRUNK_STAGING_DIR/$name" && cp -p "$built/$name.js" "$built/${name}_bg.wasm" "$TRUNK_STAGING_DIR/$name"
}

# Whether the simulator is newer than all of its sources. Asking Cargo at each save would delay the extension.
is_fresh() {
  sources=$target/wasm32-unknown-unknown/debug/$name.d
  [ -f "$sources" ] && [ -f "$built/port" ] && [ "$(cat "$built/port")" = "$port" ] &&
    [ -z "$(find Cargo.toml Cargo.lock $(sed 's/^[^:]*: //' "$sources") -newer "$built/port" 2>&1)" ]
}

built=$target/$name
if is_fresh; then
  put
  exit
fi
mkdir -p "$built"
# Records the time of the beginning: a file saved from now on is newer.
echo "$port" >"$built/port.new"

# Cargo's messages go to the terminal; its JSON report names the module.
reported=$(cargo build --quiet --target wasm32-unknown-unknown --package $name --bin $name --message-format=json-render-diagnostics) ||
  skip "see Cargo's messages above."
wasm=$(echo "$reported" | sed -n "s|.*\"filenames\":\[\"\([^\"]*/$name\.wasm\)\".*|\1|p")
[ -f "$wasm" ] || skip "Cargo did not build $name.wasm."

if [ ! "$built/${name}_bg.wasm" -nt "$wasm" ]; then
  # Trunk has the program in its cache if PATH has another version, or none.
  version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
  for folder in "${XDG_CACHE_HOME:-${HOME:-}/.cache}/trunk" "${HOME:-}/Library/Caches/dev.trunkrs.trunk"; do
    PATH=$folder/wasm-bindgen-$version:$PATH
  done
  command -v wasm-bindgen >/dev/null ||
    skip "wasm-bindgen is not on PATH: run \`cargo install --locked wasm-bindgen-cli@$version\`."
  wasm-bindgen --target web --no-typescript --out-dir "$built" "$wasm" || skip "see wasm-bindgen's messages above."
fi
mv "$built/port.new" "$built/port" && put
