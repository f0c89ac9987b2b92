//! Random numbers that nobody can guess.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::sign_in::attempt::Random;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    fn fill(bytes: &mut [u8]) -> Result<(), wasm_bindgen::JsValue>;
}

/// Random bytes for one attempt; `None` in a browser without a secure generator.
pub(super) fn random() -> Option<Random> {
    let mut random = Random { state: [0; 16], verifier: [0; 32] };
    fill(&mut random.state).and_then(|()| fill(&mut random.verifier)).ok()?;
    Some(random)
}
