//! Stands in for the crate of this name, of which ruff's parser calls `nfkc` for identifiers, and whose tables weigh
//! 110 KB: in wasm by `String.prototype.normalize`. How a character that Python 3.13 knows is normalised never changes
//! with later versions of Unicode, so every host's answer is the same.

use std::vec::IntoIter;

/// The four normal forms.
pub trait UnicodeNormalization: Sized {
    fn nfc(self) -> IntoIter<char> {
        self.normal("NFC")
    }

    fn nfd(self) -> IntoIter<char> {
        self.normal("NFD")
    }

    fn nfkc(self) -> IntoIter<char> {
        self.normal("NFKC")
    }

    fn nfkd(self) -> IntoIter<char> {
        self.normal("NFKD")
    }

    /// By the form's name.
    fn normal(self, form: &str) -> IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn normal(self, form: &str) -> IntoIter<char> {
        normalize(self, form).chars().collect::<Vec<char>>().into_iter()
    }
}

#[cfg(target_arch = "wasm32")]
fn normalize(text: &str, form: &str) -> String {
    String::from(js_sys::JsString::from(text).normalize(form))
}

#[cfg(not(target_arch = "wasm32"))]
fn normalize(text: &str, form: &str) -> String {
    use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
    match form {
        "NFC" => ComposingNormalizerBorrowed::new_nfc().normalize(text),
        "NFD" => DecomposingNormalizerBorrowed::new_nfd().normalize(text),
        "NFKC" => ComposingNormalizerBorrowed::new_nfkc().normalize(text),
        _ => DecomposingNormalizerBorrowed::new_nfkd().normalize(text),
    }
    .into_owned()
}
