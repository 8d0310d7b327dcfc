//! The page: which parts there are, and what each is given.

use super::compare::{use_kept, with_kept};
use super::console::Console;
use super::diagnostics::Diagnostics;
use super::document::{use_document, use_narrow, use_page, use_system_theme};
use super::dom;
use super::driver::Driver;
use super::editor::Editor;
use super::events::use_events;
use super::header::{EmbedBar, Header};
use super::help::Help;
use super::hints::Hints;
use super::host::Host;
use super::inspector::Inspector;
use super::keys::use_keys;
use super::listing::Lit;
use super::locals::use_locals;
use super::loop_panel::LoopPanel;
use super::moves::{begins_file, edited, go_by, run_to_line};
use super::narration::Narration;
use super::note::Note;
use super::notices::Notices;
use super::objects::Objects;
use super::parts::{View, Writing};
use super::playback::{glide, use_playback};
use super::search;
use super::state::{self, Action, Tab, Why};
use super::status::Status;
use super::store::Store;
use super::tabs::Tabs;
use super::texts::{fill, tag, texts};
use super::timeline::Timeline;
use super::transport::Transport;
use super::views::{question, until, use_answer, use_guess, use_hurried, use_moment, use_rows, use_whole};
use super::why::WhyPanel;
use crate::player::Granularity;
use crate::trace::Log;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct AppProps {
    pub store: Store,
    pub driver: Rc<Driver>,
    pub host: Host,
    /// Keys are heard inside of it.
    pub root: web_sys::EventTarget,
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
    use_keys(&props.store, &props.root);
    let whole = use_whole(&page);
    let mut moment = use_moment(&page, &whole);
    let known = use_locals(&page, moment.inspector.as_ref().map(|inside| inside.chip.who));
    let answer = use_answer(&page, &whole);
    let guess = use_guess(&page, &whole, &moment);
    let hurried = use_hurried(&page, &whole);
    let kept = use_kept(&page);
    let guessing = page.guess && guess.is_some();
    let store = props.store.clone();
    let lang = page.lang;
    let run = {
        let driver = props.driver.clone();
        use_callback((), move |_: (), _| drop(driver.run(!dom::embedded())))
    };
    let stop = {
        let driver = props.driver.clone();
        use_callback((), move |_: (), _| driver.stop())
    };
    {
        let driver = props.driver.clone();
        use_effect_with(page.code.clone(), move |code| driver.edited(code.clone()));
    }
    let answer_line = {
        let driver = props.driver.clone();
        use_callback((), move |line: Option<String>, _| driver.answer(line.as_deref()))
    };
    let step = {
        let store = store.clone();
        use_callback((), move |forward: bool, _| go_by(&store, None, forward))
    };
    let line = {
        let store = store.clone();
        use_callback((), move |line: u32, _| run_to_line(&store, line))
    };
    let repair = {
        let (store, driver) = (store.clone(), props.driver.clone());
        use_callback((), move |code: String, _| {
            store.dispatch(Action::SetCode(code.into()));
            drop(driver.run(!dom::embedded()));
        })
    };
    let fix = {
        let (store, repair, found) = (store.clone(), repair.clone(), whole.found.clone());
        Callback::from(move |index: usize| {
            let Some(fix) = found.get(index).and_then(|one| one.fix.as_ref()) else { return };
            let code = edited(&store.page().code, fix);
            if begins_file(fix) {
                store.dispatch(Action::SetCode(code.into()));
                store.dispatch(Action::Tab(Tab::Code));
            } else {
                repair.emit(code);
            }
        })
    };
    let open_editor = {
        let store = store.clone();
        use_callback((), move |_: MouseEvent, _| store.dispatch(Action::Tab(Tab::Code)))
    };
    let (table, predict) = (use_tool(&props.host, "table"), use_tool(&props.host, "predict"));
    let interrupt = use_tool(&props.host, "interrupt");
    let rows = use_rows(&page, &whole, &moment);
    let both = kept.as_ref().and_then(|kept| with_kept(&page, kept, &rows, &mut moment));
    let (rows, beside) = both.map_or((rows, None), |(rows, beside)| (rows, Some(beside)));
    // While the reader guesses, what comes is not in the document.
    let (whole, rows, beside) = if guessing {
        let past = until(&whole, page.step);
        let rows = past.rows.clone();
        (Rc::new(past), rows, None)
    } else {
        (whole, rows, beside)
    };
    let many = moment.timeline.as_ref().is_some_and(|now| now.lanes.len() >= search::FEW);
    use_events(&page, &props.host, whole.found.clone());
    let gliding = glide(&page).filter(|_| !dom::reduced_motion());
    let stale = page.stale();
    let has_run = page.shown.is_some();
    let past_lines = whole.console.partition_point(|row| row.step <= page.step);
    let newest =
        past_lines.checked_sub(1).map(|at| AttrValue::from(whole.console[at].text.to_string())).unwrap_or_default();
    let has = |view: View| page.parts.is_none_or(|parts| parts.has(view));
    let read_only = page.parts.is_some_and(|parts| parts.writing == Writing::Read);
    let editor = html! {
        <Editor lang={lang} host={props.host.clone()} code={page.code.clone()} version={page.code_version} read_only={read_only} stale={stale}
            marks={moment.marks.clone()} found={whole.found.clone()} problem={page.refused.clone()} store={store.clone()}
            onrun={run.clone()} online={line} />
    };
    let diagnostics =
        html! { <Diagnostics lang={lang} found={whole.found.clone()} store={store.clone()} onfix={fix} /> };
    let console = html! {
        <Console lang={lang} rows={whole.console.clone()} step={page.step} computing={page.computing.is_some()}
            asking={page.asking} prompt={prompt(&page)} has_run={has_run} store={store.clone()} onanswer={answer_line} onpredict={page.parts.is_none().then_some(predict)}
            oninterrupt={page.parts.is_none().then_some(interrupt)} interrupted={interrupted(&page)} />
    };
    let notices = html! {
        <Notices lang={lang} told={page.told.clone()} refused={page.refused.clone()} ended={page.ended.clone()} events={whole.events} end_ns={whole.end_ns}
            has_run={has_run} code={page.code.clone()} onrepair={repair} store={store.clone()} />
    };
    let narration = html! {
        <>
            <Narration lang={lang} narration={hurried.clone().or_else(|| moment.narration.clone())} computing={page.computing.is_some()}
                question={question(&whole, &moment, page.step).filter(|_| hurried.is_none())} asked={page.why.filter(|_| answer.is_some())}
                guess={guess.filter(|_| hurried.is_none())} guessing={guessing} hurry={hurry(&page).filter(|_| hurried.is_none())} past={page.step > 0} store={store.clone()} />
            if let Some(chain) = &answer {
                <WhyPanel lang={lang} chain={chain.clone()} step={page.step} before={page.why == Some(Why::Before)}
                    guessed={page.guessed} store={store.clone()} />
            }
        </>
    };
    let timeline = html! {
        <Timeline lang={lang} plan={whole.plan.clone()} rows={rows} now={moment.timeline.clone()} axis={page.axis()}
            zoom={page.zoom} chosen={page.chosen} glide={gliding} unfolded={!page.unfolded.is_empty()} follow={page.follow}
            search={(many || !page.search.is_empty()).then(|| page.search.clone())} beside={beside}
            because={answer.clone().filter(|_| page.why != Some(Why::Before))} ontable={table} store={store.clone()} />
    };
    let tabs = |tabs: Vec<Tab>| {
        html! { <Tabs lang={lang} tabs={tabs} tab={page.tab} badge={page.tab != Tab::Output && past_lines > page.seen_lines} lines={past_lines} store={store.clone()} /> }
    };
    let panels = html! {
        <div class="three">
            if has(View::Loop) {
                <LoopPanel lang={lang} loops={moment.loops.clone()} threads={moment.threads.clone()} guessing={guessing} store={store.clone()} />
            }
            if has(View::Objects) {
                <Objects lang={lang} objects={moment.objects.clone()} store={store.clone()} />
            }
            if has(View::Inspector) {
                <Inspector lang={lang} inside={moment.inspector.clone()} known={known} step={page.step} />
            }
        </div>
    };
    let transport = html! {
        <Transport lang={lang} step={page.at()} last={if guessing { page.step } else { page.end() }} clock={moment.clock.clone()} sentence={moment.sentence.clone()}
            playing={page.playing} grain={page.grain} speed={page.speed} ticks={whole.ticks.clone()} store={store.clone()} onstep={step} />
    };
    let status = html! {
        <Status lang={lang} step={page.at()} last={page.end()} playing={page.playing} clock={moment.clock.clone()}
            sentence={moment.sentence.clone()} output={newest} />
    };
    let help = html! {
        if page.help {
            <Help lang={lang} keys={page.keys} store={store.clone()} />
        }
    };
    let tab = format!("tab-{}", page.tab.word());
    let Some(parts) = page.parts else {
        return html! {
            <div class={classes!("app", tab)}>
                <Header lang={lang} dark={page.dark} computing={page.computing.is_some()} store={store.clone()}
                    onrun={run} onstop={stop} host={props.host.clone()} />
                <main class="stage">
                    <div class="left">
                        <Note lang={lang} lesson={page.lesson.clone()} code={page.code.clone()} store={store.clone()} />
                        {editor}{diagnostics}{console}
                    </div>
                    <div class="right">
                        {notices}<Hints lang={lang} />{narration}
                        if narrow {
                            <Lit lang={lang} code={page.code.clone()} marks={moment.marks.clone()} stale={stale} problem={page.refused.clone()} onopen={open_editor} />
                        }
                        {timeline}
                        if narrow {
                            {tabs(Tab::ALL.to_vec())}
                        }
                        {panels}
                    </div>
                </main>
                {transport}{status}{help}
            </div>
        };
    };
    let all: Vec<Tab> = parts.tabs().collect();
    let side = has(View::Code) || has(View::Console);
    html! {
        <div class={classes!("app", "embed", tab, (all.len() > 1).then_some("tabbed"), (all.len() > 3).then_some("crowded"), (!side).then_some("no-left"), parts.has(View::Narration).then_some("narrated"))}
            lang={tag(lang)} data-theme={if page.dark { "dark" } else { "light" }} role="group" aria-label="Loopscope">
            <EmbedBar lang={lang} computing={page.computing.is_some()} onrun={run} onstop={stop} host={props.host.clone()} />
            <div class="stage">
                {notices}{narration}
                if all.len() > 1 {
                    {tabs(all)}
                }
                if side {
                    <div class="left">
                        if has(View::Code) {
                            {editor}
                        }
                        {diagnostics}
                        if has(View::Console) {
                            {console}
                        }
                    </div>
                } else {
                    {diagnostics}
                }
                <div class="right">
                    if has(View::Timeline) {
                        {timeline}
                    }
                    {panels}
                </div>
            </div>
            if parts.controls {
                {transport}
            }
            {status}{help}
        </div>
    }
}

#[hook]
fn use_tool(host: &Host, name: &'static str) -> Callback<()> {
    let host = host.clone();
    use_callback((), move |_: (), _| host.tool(name))
}

/// What playing passes over: most of a long wait, or the steps of a crowded instant.
fn hurry(page: &state::Page) -> Option<AttrValue> {
    let (pace, words) = (page.pace(page.at()).filter(|_| page.playing)?, texts(page.lang));
    if pace.waited_ms > pace.wait_ms {
        return Some(fill(words.shortened, &[&crate::scene::seconds((pace.waited_ms * 1e6) as u64)]).into());
    }
    let several = pace.group > 1 && page.grain == Granularity::Line;
    several.then(|| fill(words.at_once, &[&pace.group.to_string()]).into())
}

/// When Ctrl+C was pressed in the run that is shown.
fn interrupted(page: &state::Page) -> Option<AttrValue> {
    let shown = page.shown.as_ref()?;
    let (at, _) = shown.options.signals.first()?;
    Some(crate::scene::seconds((at * 1e9) as u64).into())
}

/// What the program has printed of a line that has not ended.
fn prompt(page: &state::Page) -> AttrValue {
    let shown = page.shown.as_ref().filter(|_| page.asking);
    let tail = |log: &Log| log.output().rsplit('\n').next().unwrap_or("").to_string();
    shown.map(|shown| shown.read(|log, _| tail(log))).unwrap_or_default().into()
}
