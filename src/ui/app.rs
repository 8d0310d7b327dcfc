//! The page: which parts there are, and what each is given.

use super::console::Console;
use super::diagnostics::Diagnostics;
use super::document::{use_document, use_narrow, use_page, use_system_theme};
use super::dom;
use super::driver::Driver;
use super::editor::Editor;
use super::events::use_events;
use super::header::Header;
use super::help::Help;
use super::host::Host;
use super::inspector::Inspector;
use super::keys::use_keys;
use super::listing::Lit;
use super::locals::use_locals;
use super::loop_panel::LoopPanel;
use super::moves::{edited, go_by, run_to_line};
use super::narration::Narration;
use super::note::Note;
use super::notices::Notices;
use super::objects::Objects;
use super::playback::{glide, use_playback};
use super::sentence::task_of;
use super::state::{Action, Tab};
use super::status::Status;
use super::store::Store;
use super::tabs::Tabs;
use super::timeline::Timeline;
use super::transport::Transport;
use super::views::{question, use_answer, use_moment, use_whole};
use super::why::WhyPanel;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct AppProps {
    pub store: Store,
    pub driver: Rc<Driver>,
    pub host: Host,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        self.store == other.store && Rc::ptr_eq(&self.driver, &other.driver)
    }
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let page = use_page(&props.store);
    let narrow = use_narrow();
    use_document(&page);
    use_system_theme(&props.store);
    use_playback(&page, &props.store);
    use_keys(&props.store);
    let whole = use_whole(&page);
    let moment = use_moment(&page, &whole);
    let known = use_locals(&page, moment.inspector.as_ref().and_then(|task| task_of(&task.chip)));
    let answer = use_answer(&page, &whole);
    let store = props.store.clone();
    let lang = page.lang;
    let run = {
        let driver = props.driver.clone();
        use_callback((), move |_: (), _| drop(driver.run(true)))
    };
    let stop = {
        let driver = props.driver.clone();
        use_callback((), move |_: (), _| driver.stop())
    };
    let lesson = {
        let (driver, store) = (props.driver.clone(), store.clone());
        use_callback((), move |index: usize, _| {
            store.dispatch(Action::Lesson(index));
            drop(driver.run(true));
        })
    };
    let step = {
        let store = store.clone();
        use_callback((), move |forward: bool, _| go_by(&store, None, forward))
    };
    let line = {
        let store = store.clone();
        use_callback((), move |line: u32, _| run_to_line(&store, line))
    };
    let fix = {
        let (store, driver, found) = (store.clone(), props.driver.clone(), whole.found.clone());
        Callback::from(move |index: usize| {
            if let Some(fix) = found.get(index).and_then(|one| one.fix.as_ref()) {
                let code = edited(&store.page().code, fix);
                store.dispatch(Action::SetCode(code.into()));
                drop(driver.run(true));
            }
        })
    };
    let open_editor = {
        let store = store.clone();
        use_callback((), move |_: MouseEvent, _| store.dispatch(Action::Tab(Tab::Code)))
    };
    use_events(&page, &props.host, whole.found.clone());
    let gliding = glide(&page).filter(|_| !dom::reduced_motion());
    let stale = page.stale();
    let has_run = page.shown.is_some();
    let past_lines = whole.console.partition_point(|row| row.step <= page.step);
    let newest =
        past_lines.checked_sub(1).map(|at| AttrValue::from(whole.console[at].text.to_string())).unwrap_or_default();
    html! {
        <div class={classes!("app", format!("tab-{}", page.tab.word()))}>
            <Header lang={lang} dark={page.dark} lesson={page.lesson} computing={page.computing.is_some()} store={store.clone()}
                onrun={run.clone()} onstop={stop} onlesson={lesson} />
            <main class="stage">
                <div class="left">
                    <Note lang={lang} lesson={page.lesson} code={page.code.clone()} store={store.clone()} />
                    <Editor lang={lang} host={props.host.clone()} code={page.code.clone()} version={page.code_version} stale={stale}
                        marks={moment.marks.clone()} found={whole.found.clone()} problem={page.refused.clone()} store={store.clone()}
                        onrun={run} online={line} />
                    <Diagnostics lang={lang} found={whole.found.clone()} store={store.clone()} onfix={fix} />
                    <Console lang={lang} rows={whole.console.clone()} step={page.step} computing={page.computing.is_some()} has_run={has_run} store={store.clone()} />
                </div>
                <div class="right">
                    <Notices lang={lang} refused={page.refused.clone()} ended={page.ended.clone()} events={whole.events} end_ns={whole.end_ns}
                        has_run={has_run} store={store.clone()} />
                    <Narration lang={lang} narration={moment.narration.clone()} computing={page.computing.is_some()}
                        question={question(&whole, &moment, page.step)} asked={answer.is_some()} store={store.clone()} />
                    if let Some(chain) = &answer {
                        <WhyPanel lang={lang} chain={chain.clone()} step={page.step} store={store.clone()} />
                    }
                    if narrow {
                        <Lit lang={lang} code={page.code.clone()} marks={moment.marks.clone()} stale={stale} onopen={open_editor} />
                    }
                    <Timeline lang={lang} plan={whole.plan.clone()} rows={whole.rows.clone()} now={moment.timeline.clone()} axis={page.axis()}
                        zoom={page.zoom} chosen={page.chosen} glide={gliding} unfolded={!page.unfolded.is_empty()} store={store.clone()} />
                    if narrow {
                        <Tabs lang={lang} tab={page.tab} badge={page.tab != Tab::Output && past_lines > page.seen_lines} lines={past_lines} store={store.clone()} />
                    }
                    <div class="three">
                        <LoopPanel lang={lang} loops={moment.loops.clone()} threads={moment.threads.clone()} store={store.clone()} />
                        <Objects lang={lang} objects={moment.objects.clone()} store={store.clone()} />
                        <Inspector lang={lang} task={moment.inspector.clone()} known={known} />
                    </div>
                </div>
            </main>
            <Transport lang={lang} step={page.step} last={page.last()} clock={moment.clock.clone()} sentence={moment.sentence.clone()}
                playing={page.playing} grain={page.grain} speed={page.speed} ticks={whole.ticks.clone()} store={store.clone()} onstep={step} />
            <Status lang={lang} step={page.step} last={page.last()} playing={page.playing} clock={moment.clock.clone()}
                sentence={moment.sentence.clone()} output={newest} />
            if page.help {
                <Help lang={lang} keys={page.keys} store={store} />
            }
        </div>
    }
}
