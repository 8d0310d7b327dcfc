//! The page's pictures, drawn in the colour of the text around them.

use yew::prelude::*;

macro_rules! paths {
    ($($name:ident $d:literal;)*) => {
        $(pub const $name: &str = $d;)*
    };
}

paths! {
    TO_START "M2 2h2v12H2zM14 2v12L5 8z";
    BACK "M12 2v12L3 8z";
    PLAY "M4 2v12l10-6z";
    PAUSE "M3 2h4v12H3zM9 2h4v12H9z";
    STEP "M2 2v12l8-6zM11 2h2v12h-2z";
    TO_END "M12 2h2v12h-2zM2 2v12l9-6z";
    STOP "M3 3h10v10H3z";
    WARNING "M8 1 15.5 14.5H.5zM7.2 6v4.4h1.6V6zM7.2 11.4V13h1.6v-1.6z";
    ERROR "M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8zM7.2 4v5h1.6V4zM7.2 10.4V12h1.6v-1.6z";
    HINT "M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8zM7.2 6.8V12h1.6V6.8zM7.2 4v1.6h1.6V4z";
    PLUS "M7.2 3h1.6v4.2H13v1.6H8.8V13H7.2V8.8H3V7.2h4.2z";
    MINUS "M3 7.2h10v1.6H3z";
    FIT "M1 3h1.6v10H1zM13.4 3H15v10h-1.6zM5.8 5 3.4 8l2.4 3V8.8h4.4V11l2.4-3-2.4-3v2.2H5.8z";
    TABLE "M1 2h14v12H1zM2.6 5.6v2h3v-2zM7.2 5.6v2h6.2v-2zM2.6 9.2v3.2h3V9.2zM7.2 9.2v3.2h6.2V9.2z";
    GEAR "M2 3.2h6.2a2.2 2.2 0 0 1 4.2 0H14v1.6h-1.6a2.2 2.2 0 0 1-4.2 0H2zM2 11.2h1.6a2.2 2.2 0 0 1 4.2 0H14v1.6H7.8a2.2 2.2 0 0 1-4.2 0H2z";
    THEME "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.6v10.8a5.4 5.4 0 0 0 0-10.8z";
    ARROW "M1 7.2h10L7.6 3.8l1.2-1.1L14.2 8l-5.4 5.3-1.2-1.1L11 8.8H1z";
    SHARE "M12 1.2a2.5 2.5 0 1 1-1.9 4.1L6.3 7.4a2.5 2.5 0 0 1 0 1.2l3.8 2.1a2.5 2.5 0 1 1-.7 1.3L5.5 9.9a2.5 2.5 0 1 1 0-3.8l3.9-2.1A2.5 2.5 0 0 1 12 1.2z";
    KEYS "M1 3.5h14v9H1zM2.6 5v6h10.8V5zM4 6.2h1.4v1.3H4zm2.2 0h1.4v1.3H6.2zm2.3 0h1.4v1.3H8.5zm2.2 0h1.4v1.3h-1.4zM4.8 8.8h6.4v1.3H4.8z";
}

/// One of the pictures above.
pub fn icon(path: &'static str) -> Html {
    html! {
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d={path} fill="currentColor" fill-rule="evenodd" />
        </svg>
    }
}

pub fn logo() -> Html {
    html! {
        <svg width="22" height="22" viewBox="0 0 22 22" fill="none" stroke="currentColor" stroke-width="2.4" aria-hidden="true">
            <path d="M18.5 11a7.5 7.5 0 1 1-2.6-5.7" stroke-linecap="round" />
            <path d="M18.6 1.8v4.4h-4.4" stroke-linecap="round" stroke-linejoin="round" />
            <circle class="dot" cx="11" cy="11" r="2.4" stroke="none" />
        </svg>
    }
}
