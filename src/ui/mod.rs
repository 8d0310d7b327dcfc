//! Yew components, one for each scene.
pub mod host;

use host::Host;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// What `window.loopscope` asks of the page.
#[wasm_bindgen]
pub struct Page {
    _app: AppHandle<App>,
}

/// Draws the page into `root`.
pub fn start(root: web_sys::Element, _host: Host) -> Page {
    Page { _app: yew::Renderer::<App>::with_root(root).render() }
}

#[component]
fn App() -> Html {
    html! { <main><h1>{"Loopscope"}</h1></main> }
}
