//! What JavaScript may call. Loading the module runs nothing: the page (www/supervisor.js) and loopscope.js each
//! call what they need.

/// Smaller and faster than the standard library's, dlmalloc.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
mod exports {
    use loopscope::player;
    use loopscope::session::{self, Ending, Session, Status};
    use loopscope::trace::{EndReason, Log, Stream};
    use loopscope::ui;
    use loopscope::vm::format_syntax_error;
    use wasm_bindgen::prelude::*;

    /// From here on a panic's message and place go to `report` before the instance traps.
    #[wasm_bindgen]
    pub fn report_panics(report: js_sys::Function) {
        yew::set_custom_panic_hook(Box::new(move |panic| {
            // Nothing is left to do about a reporter that throws.
            let _ = report.call1(&JsValue::NULL, &panic.to_string().into());
        }));
    }

    /// Draws the page, or an embed if the host has its view, into `root`.
    #[wasm_bindgen]
    pub fn start_page(root: web_sys::Element, host: ui::host::Host) -> ui::Page {
        session::provide_decoder(decode);
        ui::start(root, host)
    }

    /// The browser's decoder, for encodings that have tables.
    fn decode(label: &str, bytes: &[u8]) -> Option<String> {
        web_sys::TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
    }

    /// The sections of the library that a program surely wants and that are not there: names for `library-NAME.txt`, with a
    /// space between.
    #[wasm_bindgen]
    pub fn library_wanted_by(source: &str) -> String {
        session::library_wanted_by(source).join(" ")
    }

    /// Takes the texts of modules in Python that are in `library-SECTION.txt`.
    #[wasm_bindgen]
    pub fn provide_library(texts: String) {
        session::provide_library(texts);
    }

    /// Takes the names of characters, `names.txt`.
    #[wasm_bindgen]
    pub fn provide_names(names: String) {
        session::provide_names(names);
    }

    /// One run without a page, for loopscope.js.
    #[wasm_bindgen]
    pub struct Run {
        /// None: the program did not compile.
        session: Option<Session>,
        traced: bool,
        ending: Option<Ending>,
        stdout: String,
        stderr: String,
    }

    #[wasm_bindgen]
    impl Run {
        /// `options`: see www/loopscope.js. Throws a TypeError if one of them is wrong.
        #[wasm_bindgen(constructor)]
        pub fn new(source: &str, given: &JsValue) -> Result<Run, JsValue> {
            session::provide_decoder(decode);
            let mut options = ui::options::read(given)?;
            options.trace &= js_sys::Reflect::has(given, &"trace".into()).unwrap_or(false);
            let traced = options.trace;
            let mut run = Run { session: None, traced, ending: None, stdout: String::new(), stderr: String::new() };
            match Session::new(source, options) {
                Ok(session) => run.session = Some(session),
                Err(error) => {
                    run.stderr = format_syntax_error(&error);
                    run.ending = Some(Ending { reason: EndReason::SyntaxError, exit_code: 1, stop: None });
                }
            }
            Ok(run)
        }

        /// Runs about `fuel` instructions' cost; true while there is more to do.
        pub fn advance(&mut self, fuel: u32) -> bool {
            let (Some(session), None) = (&mut self.session, &self.ending) else { return false };
            let status = session.advance(fuel.into());
            for piece in session.take_output() {
                let out = if piece.stream == Stream::Stdout { &mut self.stdout } else { &mut self.stderr };
                out.push_str(&piece.text);
            }
            if let Status::Ended(ending) = status {
                if let Some(stop) = ending.stop.as_ref().filter(|stop| !session::is_silent(stop)) {
                    self.stderr.push_str(&session::describe(stop));
                    self.stderr.push('\n');
                }
                self.ending = Some(ending);
            }
            self.ending.is_none()
        }

        /// It has ended for want of this section of the library: after `provide_library` a new run finds it.
        pub fn wants_library(&mut self) -> Option<String> {
            self.session.as_mut().and_then(Session::wants_library).map(str::to_string)
        }

        /// It has asked for the name of a character: after `provide_names` a new run finds them.
        pub fn wants_names(&self) -> bool {
            self.session.as_ref().is_some_and(Session::wants_names)
        }

        /// Ends the run at the next `advance`.
        pub fn stop(&mut self) {
            if let Some(session) = &mut self.session {
                session.stop();
            }
        }

        /// `{ stdout, stderr, exitCode, reason, duration }` of a run that has ended.
        pub fn result(&mut self) -> js_sys::Object {
            let (reason, exit_code) =
                self.ending.as_ref().map_or((EndReason::Internal, 1), |ending| (ending.reason, ending.exit_code));
            let duration = self.session.as_mut().map_or(0.0, |session| session.now() as f64 / 1e9);
            let result = js_sys::Object::new();
            let members: [(&str, JsValue); 5] = [
                ("stdout", self.stdout.as_str().into()),
                ("stderr", self.stderr.as_str().into()),
                ("exitCode", exit_code.into()),
                ("reason", reason.as_str().into()),
                ("duration", duration.into()),
            ];
            for (name, value) in members {
                // A plain object takes any member.
                let _ = js_sys::Reflect::set(&result, &name.into(), &value);
            }
            result
        }

        /// What was recorded; the rest of the run goes. None: nothing was.
        pub fn into_trace(self) -> Option<Trace> {
            let session = self.session.filter(|_| self.traced)?;
            Some(Trace { log: session.into_log() })
        }
    }

    /// The recording of a run that has ended.
    #[wasm_bindgen]
    pub struct Trace {
        log: Log,
    }

    #[wasm_bindgen]
    impl Trace {
        /// The last step's number.
        pub fn steps(&self) -> u32 {
            player::last_step(&self.log)
        }

        /// How much it holds, roughly.
        pub fn bytes(&self) -> usize {
            self.log.bytes()
        }

        /// JSON Lines.
        pub fn text(&self) -> String {
            self.log.to_json_lines()
        }
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
