//! `nfkc` for identifiers in source text, all that ruff's parser calls of the crate of this name, whose tables weigh
//! 110 KB: in wasm by `String.prototype.normalize`. How a character that Python 3.13 knows is normalised never changes
//! with later versions of Unicode, so every host's answer is the same.

use std::vec::IntoIter;

pub trait UnicodeNormalization {
    fn nfkc(self) -> IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> IntoIter<char> {
        normalize(self).chars().collect::<Vec<char>>().into_iter()
    }
}

#[cfg(target_arch = "wasm32")]
fn normalize(text: &str) -> String {
    String::from(js_sys::JsString::from(text).normalize("NFKC"))
}

#[cfg(not(target_arch = "wasm32"))]
fn normalize(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
}
