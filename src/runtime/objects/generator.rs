//! Generators, coroutines and async generators: objects that own suspended frames.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::args::Args;
use super::code::CodeObject;
use super::exception::Exc;
use super::finalizer;
use super::frame::{AnyFrame, Held, NativeFrame};
use super::function::NativeFuture;
use super::header::Header;
use super::interp::Interp;
use super::naming::Naming;
use super::object::Object;
use super::rarely::Rarely;
use super::stack_entry::StackEntry;
use super::value::Value;
use super::weak::WeakSlot;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
    /// What `asend()` and `__anext__()` of an async generator give; its name is the method's, its qualname the
    /// generator's.
    AsyncGeneratorSend,
    /// The same of `athrow()` and `aclose()`.
    AsyncGeneratorThrow,
    /// What `anext(iterator, default)` gives.
    AnextAwaitable,
}

impl GeneratorKind {
    /// Whether it is what an async generator's methods give.
    pub fn is_of_async_generator(self) -> bool {
        matches!(self, GeneratorKind::AsyncGeneratorSend | GeneratorKind::AsyncGeneratorThrow)
    }

    /// Whether it can be iterated.
    pub fn is_iterator(self) -> bool {
        !matches!(self, GeneratorKind::Coroutine | GeneratorKind::AsyncGenerator)
    }

    /// As messages call it.
    pub fn noun(self) -> &'static str {
        match self {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine | GeneratorKind::AnextAwaitable => "coroutine",
            _ => "async generator",
        }
    }
}

/// Where a generator's frames are.
///
/// A generator that is resumed by itself (`next`, `send`, a task's step) is the *root* of a chain: its own frame, then
/// those of what it awaits or yields from. The chain is suspended as a whole by moving one vector, and resumed at its
/// innermost frame, whatever its depth.
pub enum GeneratorState {
    /// Not started: its one frame.
    Created(AnyFrame),
    /// Suspended as a root: its chain, outermost first.
    Suspended(Vec<AnyFrame>),
    /// An async generator's frame between two items: suspended as a root, and awaiting nothing.
    Idle(AnyFrame),
    /// Its frame is in the chain of the generator that awaits it (a root, or itself in another's chain).
    Chained(Weak<Generator>),
    /// Its frame is on a thread's stack, as a root.
    Running,
    Closed,
}

impl GeneratorState {
    /// The frames of a suspended root, outermost first.
    pub fn chain(&self) -> Option<&[AnyFrame]> {
        match self {
            GeneratorState::Suspended(chain) => Some(chain),
            GeneratorState::Idle(frame) => Some(std::slice::from_ref(frame)),
            _ => None,
        }
    }

    /// As [`GeneratorState::chain`], to change them.
    pub fn chain_mut(&mut self) -> Option<&mut [AnyFrame]> {
        match self {
            GeneratorState::Suspended(chain) => Some(chain),
            GeneratorState::Idle(frame) => Some(std::slice::from_mut(frame)),
            _ => None,
        }
    }
}

/// A generator, coroutine or async generator.
pub struct Generator {
    pub header: Header,
    pub kind: GeneratorKind,
    pub naming: Naming,
    /// `None`: a native coroutine.
    pub code: Option<Rc<CodeObject>>,
    pub state: RefCell<GeneratorState>,
    /// An async generator's first iteration has told the loop (`sys.set_asyncgen_hooks`).
    pub hooks_done: Cell<bool>,
    /// An async generator is being iterated by some `asend`/`athrow`/`aclose`.
    pub running_async: Cell<bool>,
    /// An async generator that has ended (`ag_running` aside).
    pub closed_async: Cell<bool>,
    /// The line that made it, for «was never awaited» and the page.
    pub origin_line: Cell<u32>,
    /// When it was made ([`super::gc::next_number`]).
    pub number: u32,
    /// Its finalizer has been called: it is not called again, and the generator not closed.
    pub finalized: Cell<bool>,
    pub weakrefs: WeakSlot,
    pub given: Rarely<Given>,
}

/// What an event loop has given to a generator, and what it keeps besides.
#[derive(Default)]
pub struct Given {
    /// The async generator of which it is an `asend()`, `athrow()` or `aclose()`, the coroutine of a wrapper, what `anext` waits for
    /// and its default: kept as long as it is there itself.
    pub owner: Value,
    /// An async generator's finalizer (`sys.set_asyncgen_hooks`).
    pub finalizer: Value,
    /// `cr_origin`: the frames that made a coroutine, outermost first, if that is tracked.
    pub origin: Option<Box<[StackEntry]>>,
    /// The frame of one that has been closed before it began: with its arguments, it is there as long as it is itself.
    pub unbegun: Option<AnyFrame>,
}

/// A native coroutine of which no object has been made: what calling one of asyncio's own `async def`s comes to.
pub struct NativeCoroutine(Box<NativeFrame>);

impl NativeCoroutine {
    /// `qualname` is CPython's (`sleep`, `Queue.get`).
    pub fn new(qualname: &'static str, future: NativeFuture) -> NativeCoroutine {
        NativeCoroutine(Box::new(NativeFrame { is_coroutine: true, ..NativeFrame::new(future, qualname) }))
    }

    /// It is of a method of `owner`, which the block holds once.
    pub fn of(mut self, owner: Option<Rc<Object>>) -> NativeCoroutine {
        self.0.owner = owner;
        self
    }

    /// What its block keeps in `held` the collector sees.
    pub fn holding(mut self, held: Rc<Held>) -> NativeCoroutine {
        self.0.held = Some(held);
        self
    }

    /// Its frame, for who awaits it where it is made.
    pub fn frame(self) -> Box<NativeFrame> {
        self.0
    }

    /// The coroutine object, made by the line that runs now.
    pub fn made(self, interp: &mut dyn Interp) -> Value {
        let coroutine = self.object();
        coroutine.origin_line.set(interp.log().acting_line());
        interp.note_origin(&coroutine);
        Value::Generator(coroutine)
    }

    /// The coroutine object, of which the program knows nothing.
    pub fn object(self) -> Rc<Generator> {
        let qualname = self.0.label;
        let naming = Naming::fixed(last_name(qualname), qualname);
        Generator::new(GeneratorKind::Coroutine, naming, None, AnyFrame::Native(self.0))
    }
}

/// `get` of `Queue.get`.
fn last_name(qualname: &'static str) -> &'static str {
    qualname.rsplit('.').next().unwrap_or(qualname)
}

/// How a generator or coroutine is resumed.
pub enum Resume {
    Send(Value),
    Throw(Exc),
}

/// What `throw` was given, until it has got to where the generator stands, and the exception that it made of that: an
/// iterator delegated to that is no generator gets the former (`_gen_throw`).
#[derive(Default)]
pub struct Thrown(pub Option<(*const Object, Args)>);

/// What came of resuming it. Running out of fuel is no step: the frames stay on the stack and go on later.
pub enum Step {
    Yield(Value),
    Return(Value),
    Raise(Exc),
}

impl Generator {
    /// Closes a generator or coroutine that has not begun: nothing of it runs, and its frame stays
    /// (Objects/genobject.c `gen_close`). False: nothing has happened.
    pub fn close_unbegun(&self) -> bool {
        let closes = matches!(self.kind, GeneratorKind::Generator | GeneratorKind::Coroutine)
            && match &*self.state.borrow() {
                GeneratorState::Created(AnyFrame::Python(frame)) => frame.object.is_none(),
                GeneratorState::Created(AnyFrame::Native(frame)) => frame.is_coroutine,
                _ => false,
            };
        if closes && let GeneratorState::Created(frame) = self.state.replace(GeneratorState::Closed) {
            self.given.change(|given| given.unbegun = Some(frame));
        }
        closes
    }

    /// Closes a generator at once that stands where no handler could look at GeneratorExit (Objects/genobject.c
    /// `gen_close`). False: nothing has happened.
    pub fn close_at_once(&self) -> bool {
        let plain =
            |frame: &AnyFrame| matches!(frame, AnyFrame::Python(f) if f.object.is_none() && f.handled.is_none());
        let closes = self.kind == GeneratorKind::Generator
            && match &*self.state.borrow() {
                GeneratorState::Suspended(frames) => match &frames[..] {
                    [frame @ AnyFrame::Python(suspended)] => {
                        let code = &suspended.code.code;
                        plain(frame) && code.handler_at((suspended.pc as u32).wrapping_sub(1)).is_none()
                    }
                    _ => false,
                },
                _ => false,
            };
        if closes {
            let ended = self.state.replace(GeneratorState::Closed);
            drop(ended);
        }
        closes
    }

    pub fn new(kind: GeneratorKind, naming: Naming, code: Option<Rc<CodeObject>>, frame: AnyFrame) -> Rc<Generator> {
        Generator::in_state(kind, naming, code, GeneratorState::Created(frame))
    }

    /// One that stands in this state.
    #[inline]
    pub fn in_state(
        kind: GeneratorKind,
        naming: Naming,
        code: Option<Rc<CodeObject>>,
        state: GeneratorState,
    ) -> Rc<Generator> {
        Rc::new(Generator {
            header: Header::default(),
            kind,
            naming,
            code,
            state: RefCell::new(state),
            hooks_done: Cell::new(false),
            running_async: Cell::new(false),
            closed_async: Cell::new(false),
            origin_line: Cell::new(0),
            number: super::gc::next_number(),
            finalized: Cell::new(false),
            weakrefs: WeakSlot::default(),
            given: Rarely::default(),
        })
    }

    /// A coroutine of `code` that is being awaited, in the chain of `root`.
    pub fn chained(code: &Rc<CodeObject>, root: Weak<Generator>) -> Rc<Generator> {
        let state = GeneratorState::Chained(root);
        Generator::in_state(GeneratorKind::Coroutine, code.naming().clone().into(), Some(code.clone()), state)
    }

    /// As [`Generator::chained`], a native one of this qualified name.
    pub fn chained_native(qualname: &'static str, root: Weak<Generator>) -> Rc<Generator> {
        let naming = Naming::fixed(last_name(qualname), qualname);
        Generator::in_state(GeneratorKind::Coroutine, naming, None, GeneratorState::Chained(root))
    }

    /// A coroutine that another one of the library's awaits within itself, made for who looks: it waits for a future.
    pub fn within(qualname: &'static str, owner: Option<Rc<Object>>, waits_for: Rc<Object>) -> Rc<Generator> {
        let naming = Naming::fixed(last_name(qualname), qualname);
        let nothing = NativeFrame::new(Box::pin(std::future::ready(Ok(Value::None))), qualname);
        let frame = NativeFrame { owner, waits_for: Some(waits_for), is_coroutine: true, ..nothing };
        let state = GeneratorState::Suspended(vec![AnyFrame::Native(Box::new(frame))]);
        Generator::in_state(GeneratorKind::Coroutine, naming, None, state)
    }

    /// Whether it is driven as a coroutine is; an async generator's awaitables are, too.
    pub fn is_coroutine(&self) -> bool {
        !matches!(self.kind, GeneratorKind::Generator | GeneratorKind::AsyncGenerator)
    }

    /// Whether it can be awaited: generators of `types.coroutine` can, too.
    pub fn is_awaitable(&self) -> bool {
        self.is_coroutine() || self.code.as_ref().is_some_and(|code| code.is_iterable_coroutine())
    }

    pub fn is_closed(&self) -> bool {
        matches!(*self.state.borrow(), GeneratorState::Closed)
    }

    /// Whether something is still to be done when nobody refers to it any more.
    pub fn needs_finalizer(&self) -> bool {
        let state = self.state.borrow();
        match &*state {
            // «coroutine … was never awaited»
            GeneratorState::Created(_) => self.is_coroutine() && self.kind != GeneratorKind::AnextAwaitable,
            _ => state
                .chain()
                .is_some_and(|chain| self.has_finalizer() && !self.closed_async.get() || chain.iter().any(has_cleanup)),
        }
    }

    /// A coroutine that waits: who collects it closes it, which a task's repr shows.
    pub fn is_suspended_coroutine(&self) -> bool {
        self.is_coroutine() && matches!(*self.state.borrow(), GeneratorState::Suspended(_))
    }

    fn has_finalizer(&self) -> bool {
        self.given.get().is_some_and(|given| !given.finalizer.is_unset())
    }

    pub fn is_created(&self) -> bool {
        matches!(*self.state.borrow(), GeneratorState::Created(_))
    }
}

/// What is left of a generator whose last reference went before it ended.
pub struct Suspended {
    pub generator: Rc<Generator>,
}

impl Drop for Generator {
    fn drop(&mut self) {
        self.weakrefs.tell();
        if let GeneratorState::Closed = self.state.get_mut() {
            return;
        }
        let needed = self.needs_finalizer() && !self.finalized.get();
        let state = std::mem::replace(self.state.get_mut(), GeneratorState::Closed);
        if !needed || finalizer::discards() {
            return;
        }
        let heir = Generator {
            header: Header::default(),
            kind: self.kind,
            naming: self.naming.clone(),
            code: self.code.clone(),
            state: RefCell::new(state),
            hooks_done: self.hooks_done.clone(),
            running_async: self.running_async.clone(),
            closed_async: self.closed_async.clone(),
            origin_line: self.origin_line.clone(),
            number: self.number,
            finalized: Cell::new(false),
            weakrefs: WeakSlot::default(),
            given: self.given.moved(),
        };
        heir.header.adopt(&self.header);
        finalizer::enqueue(finalizer::Finalizer::Generator(Suspended { generator: Rc::new(heir) }));
    }
}

/// Whether closing a suspended frame can run code: it stands inside a `try` or `with`, or is native.
fn has_cleanup(frame: &AnyFrame) -> bool {
    match frame {
        AnyFrame::Python(f) => f.pc > 0 && f.code.code.handler_at(f.pc as u32 - 1).is_some(),
        AnyFrame::Native(_) => true,
    }
}

/// What an event loop wants to know of async generators (`sys.set_asyncgen_hooks`); kept in the interpreter's states.
#[derive(Default)]
pub struct AsyncGenHooks {
    /// Called with each async generator before its first iteration; `Unset`: none.
    pub first_iteration: Value,
    /// Called with one that is dropped before it ended; `Unset`: none.
    pub finalizer: Value,
}
