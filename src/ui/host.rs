//! What the page's JavaScript offers: the supervisor's host object (www/supervisor.js) and the editor (www/editor).
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Holds what must outlive an instance of the engine.
    #[wasm_bindgen(extends = js_sys::Object)]
    #[derive(Clone, PartialEq)]
    pub type Host;
    /// The code that an earlier instance kept.
    #[wasm_bindgen(method, getter)]
    pub fn source(this: &Host) -> Option<String>;
    /// The run's options, as `run` of loopscope.js takes them.
    #[wasm_bindgen(method, getter)]
    pub fn options(this: &Host) -> JsValue;
    /// An embed's views, names with commas between them; None: the whole page.
    #[wasm_bindgen(method, getter)]
    pub fn view(this: &Host) -> Option<String>;
    /// The rest is read where there is a view. Is there a transport?
    #[wasm_bindgen(method, getter)]
    pub fn controls(this: &Host) -> bool;
    /// `edit`, `read` or `none`.
    #[wasm_bindgen(method, getter)]
    pub fn editing(this: &Host) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Host) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn dark(this: &Host) -> bool;
    /// As the options of the transport write it: `0.5`, `1`, `instant`.
    #[wasm_bindgen(method, getter)]
    pub fn speed(this: &Host) -> String;
    /// Show the code, don’t run it unasked: an earlier instance died, or a run is asked for already.
    #[wasm_bindgen(method, getter)]
    pub fn waits(this: &Host) -> bool;
    /// Remembers the code for a next instance; call it before it runs.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, source: &str);
    /// Opens the dialog to share and export.
    #[wasm_bindgen(method)]
    pub fn share(this: &Host);
    /// Opens or closes the list of lessons under its button.
    #[wasm_bindgen(method)]
    pub fn lessons(this: &Host);
    /// The lesson that a link names, or that an earlier instance showed.
    #[wasm_bindgen(method, getter)]
    pub fn lesson(this: &Host) -> Option<LessonFile>;
    /// Opens a dialog of www/tools.js: `table`, `options`, `predict`.
    #[wasm_bindgen(method)]
    pub fn tool(this: &Host, name: &str);
    /// An event on `window.loopscope` or on the embed.
    #[wasm_bindgen(method)]
    pub fn emit(this: &Host, event: &str, detail: &JsValue);
    /// Fetches the editor's module at the first call: a promise of [`EditorModule`].
    #[wasm_bindgen(method)]
    pub fn editor(this: &Host) -> js_sys::Promise;
    /// Fetches a section of the library: a promise of `library-SECTION.txt`, for `session::provide_library`.
    #[wasm_bindgen(method)]
    pub fn library(this: &Host, section: &str) -> js_sys::Promise;
    /// Fetches the names of characters: a promise of `names.txt`, for `session::provide_names`.
    #[wasm_bindgen(method)]
    pub fn names(this: &Host) -> js_sys::Promise;
    /// A promise that all of the wasm is there, or for the first lesson's run what that takes.
    #[wasm_bindgen(method)]
    pub fn whole(this: &Host, opening: bool) -> js_sys::Promise;

    /// lessons/NAME.json, as www/lessons.mjs makes it.
    #[wasm_bindgen(extends = js_sys::Object)]
    pub type LessonFile;
    #[wasm_bindgen(method, getter)]
    pub fn slug(this: &LessonFile) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn code(this: &LessonFile) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn en(this: &LessonFile) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn zh(this: &LessonFile) -> String;

    #[wasm_bindgen(extends = js_sys::Object)]
    pub type EditorModule;
    /// `options`: `{ onChange(text), onRun(), onGutter(line), readOnly, lang, label }`, see www/editor/editor.js.
    #[wasm_bindgen(method)]
    pub fn create(
        this: &EditorModule,
        root: &web_sys::Node,
        parent: &web_sys::Element,
        doc: &str,
        options: &JsValue,
    ) -> Editor;

    #[wasm_bindgen(extends = js_sys::Object)]
    #[derive(Clone, PartialEq)]
    pub type Editor;
    #[wasm_bindgen(method, js_name = getDoc)]
    pub fn doc(this: &Editor) -> String;
    /// Not reported to `onChange`.
    #[wasm_bindgen(method, js_name = setDoc)]
    pub fn set_doc(this: &Editor, text: &str);
    /// Lights a line (1-based; 0 for none) in a task's colour: `task-0` … `task-7`.
    #[wasm_bindgen(method, js_name = setRunningLine)]
    pub fn set_running_line(this: &Editor, line: u32, color_class: &str);
    /// `[{ line, label, colorClass, running }]`
    #[wasm_bindgen(method, js_name = setChips)]
    pub fn set_chips(this: &Editor, chips: &js_sys::Array);
    /// `[{ line, col, endCol, severity, message }]`: line from 1, columns from 0 in code points.
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    pub fn set_diagnostics(this: &Editor, diagnostics: &js_sys::Array);
    #[wasm_bindgen(method, js_name = setReadOnly)]
    pub fn set_read_only(this: &Editor, read_only: bool);
    /// The language of the editor's description: `en` or `zh`.
    #[wasm_bindgen(method, js_name = setLang)]
    pub fn set_lang(this: &Editor, lang: &str);
    #[wasm_bindgen(method)]
    pub fn focus(this: &Editor);
    /// The same, with the cursor at that point of the window.
    #[wasm_bindgen(method, js_name = focusAt)]
    pub fn focus_at(this: &Editor, x: i32, y: i32);
    #[wasm_bindgen(method)]
    pub fn destroy(this: &Editor);
}
