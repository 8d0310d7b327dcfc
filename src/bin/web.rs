//! What JavaScript may call. Loading the module runs nothing: the page (www/supervisor.js) and loopscope.js each
//! call what they need.

#[cfg(target_arch = "wasm32")]
mod exports {
    use loopscope::ui;
    use wasm_bindgen::prelude::*;

    /// From here on a panic's message and place go to `report` before the instance traps.
    #[wasm_bindgen]
    pub fn report_panics(report: js_sys::Function) {
        yew::set_custom_panic_hook(Box::new(move |panic| {
            // Nothing is left to do about a reporter that throws.
            let _ = report.call1(&JsValue::NULL, &panic.to_string().into());
        }));
    }

    /// Draws the page into `root`.
    #[wasm_bindgen]
    pub fn start_page(root: web_sys::Element, host: ui::host::Host) -> ui::Page {
        ui::start(root, host)
    }

    /// Panics: for the tests of www/engine.js and www/supervisor.js.
    #[wasm_bindgen]
    pub fn provoke_panic() {
        panic!("provoked");
    }

    /// Overflows the stack: for the same tests.
    #[wasm_bindgen]
    pub fn provoke_stack_overflow(depth: u64) -> u64 {
        let pad = std::hint::black_box([depth; 8]);
        if depth == u64::MAX { 0 } else { provoke_stack_overflow(depth + 1) + pad[3] }
    }
}

fn main() {}
