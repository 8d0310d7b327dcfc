//! An exception of a built-in operation on plain data, before there is an exception object: its class and its words.

use std::borrow::Cow;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorClass {
    ValueError,
    TypeError,
    OverflowError,
    ZeroDivisionError,
    MemoryError,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ErrorText {
    pub class: ErrorClass,
    pub text: Cow<'static, str>,
}

impl ErrorText {
    pub fn value(text: impl Into<Cow<'static, str>>) -> ErrorText {
        ErrorText { class: ErrorClass::ValueError, text: text.into() }
    }

    pub fn type_error(text: impl Into<Cow<'static, str>>) -> ErrorText {
        ErrorText { class: ErrorClass::TypeError, text: text.into() }
    }

    pub fn overflow(text: impl Into<Cow<'static, str>>) -> ErrorText {
        ErrorText { class: ErrorClass::OverflowError, text: text.into() }
    }

    pub fn memory() -> ErrorText {
        ErrorText { class: ErrorClass::MemoryError, text: Cow::Borrowed("") }
    }

    pub fn zero_division(text: impl Into<Cow<'static, str>>) -> ErrorText {
        ErrorText { class: ErrorClass::ZeroDivisionError, text: text.into() }
    }
}
