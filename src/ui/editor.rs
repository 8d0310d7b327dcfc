//! The program. At first as text of our own; once it is focused, CodeMirror takes its place, in a shadow root since it
//! adopts its sheets there. Lines show where tasks stand, and light up where one runs.

use super::dom::{self, part_role};
use super::host::{Editor as CodeMirror, EditorModule, Host};
use super::listing::{Listing, fitting, short};
use super::sentence::colour;
use super::shared::Shared;
use super::state::{Action, Problem};
use super::store::Store;
use super::texts::{tag, texts};
use crate::modules::attached::just_begun;
use crate::scene::{DiagnosticView, EditorMarks, LaneState, Lang};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub lang: Lang,
    pub host: Host,
    pub code: Rc<str>,
    /// Rises each time the text is set from outside.
    pub version: u32,
    /// It cannot be edited.
    pub read_only: bool,
    /// The text is not the one whose recording is shown.
    pub stale: bool,
    pub marks: Shared<EditorMarks>,
    pub found: Shared<Vec<DiagnosticView>>,
    pub problem: Option<Rc<Problem>>,
    pub store: Store,
    pub onrun: Callback<()>,
    /// Run to that line.
    pub online: Callback<u32>,
}

/// What CodeMirror calls; the props of the day.
#[derive(Default, Clone)]
struct Calls {
    run: Callback<()>,
    line: Callback<u32>,
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let words = texts(props.lang);
    let place = use_node_ref();
    let mirror = use_state_eq(|| None::<CodeMirror>);
    let calls = use_mut_ref(Calls::default);
    *calls.borrow_mut() = Calls { run: props.onrun.clone(), line: props.online.clone() };
    let module = use_early_fetch(&props.host);

    let enter = {
        let (host, code, lang, store) = (props.host.clone(), props.code.clone(), props.lang, props.store.clone());
        let (place, mirror) = (place.clone(), mirror.setter());
        move |pressed: Option<(i32, i32)>| {
            let (code, store, calls) = (code.clone(), store.clone(), calls.clone());
            let (place, mirror) = (place.clone(), mirror.clone());
            let take_over = move |module: &EditorModule| {
                let Some(parent) = place.cast::<web_sys::Element>().filter(|place| place.shadow_root().is_none())
                else {
                    return;
                };
                let editor = mount(module, &parent, &code, lang, store, calls);
                match pressed {
                    Some((x, y)) => editor.focus_at(x, y),
                    None => editor.focus(),
                }
                mirror.set(Some(editor));
            };
            // At once if it is there, so that no key pressed from here on is lost.
            if let Some(module) = &*module.borrow() {
                return take_over(module);
            }
            let host = host.clone();
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(module) = wasm_bindgen_futures::JsFuture::from(host.editor()).await {
                    take_over(module.unchecked_ref());
                }
            });
        }
    };
    let focus = {
        let enter = enter.clone();
        Callback::from(move |_: FocusEvent| enter(None))
    };
    let press = {
        let enter = enter.clone();
        Callback::from(move |event: MouseEvent| {
            // The press would focus the text that is about to go.
            event.prevent_default();
            enter(Some((event.client_x(), event.client_y())));
        })
    };
    use_marks(&mirror, props);
    {
        let code = props.code.clone();
        use_effect_with((props.version, (*mirror).clone()), move |(_, mirror)| match mirror {
            Some(mirror) => mirror.set_doc(&code),
            // The reader goes on writing there.
            None if just_begun(&code) => enter(None),
            None => {}
        });
    }
    html! {
        <section role={part_role()} class="editor" data-testid="editor" aria-label={words.editor}>
            <div class="host" ref={place} hidden={mirror.is_none()}></div>
            if mirror.is_none() {
                <Listing lang={props.lang} read_only={props.read_only} code={props.code.clone()} marks={props.marks.clone()} stale={props.stale}
                    problem={props.problem.clone()} found={props.found.clone()} onfocus={focus} onpress={press} online={props.online.clone()} />
            }
            if props.stale && props.problem.is_none() {
                <p class="edited">{words.edited}</p>
            }
        </section>
    }
}

/// The editor's module is fetched right after the first view, to be there when the reader clicks.
#[hook]
fn use_early_fetch(host: &Host) -> Rc<RefCell<Option<EditorModule>>> {
    let module = use_mut_ref(|| None::<EditorModule>);
    let (host, fetched) = (host.clone(), module.clone());
    use_effect_with((), move |_| {
        if dom::embedded() {
            // Not before it is focused: most embeds are only watched.
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            gloo_timers::future::TimeoutFuture::new(50).await;
            // A failure shows where it matters: the next focus asks again.
            if let Ok(found) = wasm_bindgen_futures::JsFuture::from(host.editor()).await {
                *fetched.borrow_mut() = Some(found.unchecked_into());
            }
        });
    });
    module
}

fn mount(
    module: &EditorModule,
    parent: &web_sys::Element,
    code: &str,
    lang: Lang,
    store: Store,
    calls: Rc<RefCell<Calls>>,
) -> CodeMirror {
    // It takes its place at once, since the cursor's place is found by the layout.
    let _ = parent.remove_attribute("hidden");
    if let Some(listing) = parent.next_element_sibling() {
        let _ = listing.set_attribute("hidden", "");
    }
    let root = parent
        .attach_shadow(&web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open))
        .expect("a div takes a shadow root");
    let inner = dom::document().create_element("div").expect("div is an element");
    // A style attribute would be against the policy; a property is not.
    let _ = inner.unchecked_ref::<web_sys::HtmlElement>().style().set_property("height", "100%");
    let _ = root.append_child(&inner);
    let change = Closure::<dyn Fn(String)>::new(move |text: String| store.dispatch(Action::Edited(text.into())));
    let run = {
        let calls = calls.clone();
        Closure::<dyn Fn()>::new(move || {
            let run = calls.borrow().run.clone();
            run.emit(());
        })
    };
    let line = Closure::<dyn Fn(u32)>::new(move |line: u32| {
        let go = calls.borrow().line.clone();
        go.emit(line);
    });
    let options = dom::object(&[
        ("onChange", change.into_js_value()),
        ("onRun", run.into_js_value()),
        ("onGutter", line.into_js_value()),
        ("lang", tag(lang).into()),
    ]);
    module.create(&root, &inner, code, &options)
}

/// Chips, the lit line and underlines go into CodeMirror as they change.
#[hook]
fn use_marks(mirror: &UseStateHandle<Option<CodeMirror>>, props: &EditorProps) {
    let marks = props.marks.clone();
    use_effect_with(((**mirror).clone(), props.marks.clone(), props.stale), move |(mirror, _, stale)| {
        let Some(mirror) = mirror else { return };
        let lit = marks.lit.as_ref().filter(|_| !*stale);
        mirror.set_running_line(lit.map_or(0, |lit| lit.line), lit.map_or("", |lit| colour(&lit.chip)));
        mirror.set_chips(&if *stale { js_sys::Array::new() } else { chips(&marks) });
    });
    let (problem, found) = (props.problem.clone(), props.found.clone());
    use_effect_with(
        ((**mirror).clone(), props.problem.clone(), props.found.clone(), props.stale),
        move |(mirror, _, _, stale)| {
            if let Some(mirror) = mirror {
                mirror.set_diagnostics(&underlines(problem.as_deref(), if *stale { &[] } else { &found }));
            }
        },
    );
    use_effect_with(((**mirror).clone(), props.lang), move |(mirror, lang)| {
        if let Some(mirror) = mirror {
            mirror.set_lang(tag(*lang));
        }
    });
}

fn chips(marks: &EditorMarks) -> js_sys::Array {
    let list = js_sys::Array::new();
    let push = |line: u32, label: &str, class: &str, running: bool| {
        let members =
            [("line", line.into()), ("label", label.into()), ("colorClass", class.into()), ("running", running.into())];
        list.push(&dom::object(&members));
    };
    for at in &marks.chips {
        let (shown, more) = fitting(at);
        for (chip, state) in shown {
            push(at.line, &short(chip, at), colour(chip), matches!(state, LaneState::Running | LaneState::Blocked));
        }
        if more > 0 {
            push(at.line, &format!("+{more}"), "", false);
        }
    }
    list
}

fn underlines(problem: Option<&Problem>, found: &[DiagnosticView]) -> js_sys::Array {
    let list = js_sys::Array::new();
    let push = |line: u32, column: u32, end: Option<u32>, severity: &str, message: &str| {
        let end = end.map_or(JsValue::UNDEFINED, JsValue::from);
        let members = [
            ("line", line.into()),
            ("col", column.into()),
            ("endCol", end),
            ("severity", severity.into()),
            ("message", message.into()),
        ];
        list.push(&dom::object(&members));
    };
    if let Some(problem) = problem.filter(|problem| problem.line > 0) {
        let end = (problem.end_column > problem.column).then_some(problem.end_column);
        push(problem.line, problem.column, end, "error", &problem.message);
    }
    for one in found {
        let end = (one.end_line == one.line && one.end_column > one.column).then_some(one.end_column);
        push(one.line, one.column, end, super::diagnostics::severity_word(one.severity), &one.title);
    }
    list
}
