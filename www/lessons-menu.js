// The list under the page's button «Lessons», fetched with the lessons' titles when it is first opened. Escape and a
// focus elsewhere close it.
//
//   menu({ button, lang, current, choose })
//     button    opens and closes it; the list stands after it; current: the name of the lesson that is shown
//     choose(file)    shows a lesson: its lessons/NAME.json
const TEXTS = {
  en: { all: 'All lessons, and your progress', docs: 'Loopscope in a page of yours', failed: (why) => `The lessons could not be loaded: ${why}.` },
  zh: { all: '全部课程与学习进度', docs: '把 Loopscope 嵌入你的网页', failed: (why) => `无法加载课程：${why}。` },
};

let open;

export async function menu({ button, lang, current, choose }) {
  if (open) {
    open.close();
    return;
  }
  const zh = lang.startsWith('zh');
  const words = TEXTS[zh ? 'zh' : 'en'];
  const list = element('div', { className: 'lessons' });
  const close = (focus) => {
    open = undefined;
    list.remove();
    place.removeEventListener('keydown', keys);
    place.removeEventListener('focusout', leave);
    button.setAttribute('aria-expanded', 'false');
    if (focus) button.focus();
  };
  const place = button.parentElement;
  const keys = (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close(true);
  };
  const leave = (event) => {
    if (!place.contains(event.relatedTarget)) close();
  };
  open = { close };
  place.append(list);
  place.addEventListener('keydown', keys);
  place.addEventListener('focusout', leave);
  button.setAttribute('aria-expanded', 'true');
  // Not every browser moves the focus to a button that is clicked, and the page may have been drawn anew since.
  if (!place.contains(document.activeElement)) button.focus();
  try {
    const chapters = await json('./lessons/index.json');
    const done = solved();
    for (const { title, lessons } of chapters) {
      const names = element('ul', {});
      for (const lesson of lessons) {
        const item = element('button', { type: 'button' });
        item.dataset.lesson = lesson.name;
        item.append(element('strong', { textContent: lesson.title[zh ? 'zh' : 'en'] }));
        if (done.has(lesson.name)) item.append(element('span', { textContent: ' ✓' }));
        if (lesson.name === current) item.setAttribute('aria-current', 'true');
        item.onclick = async () => {
          try {
            choose(await json(`./lessons/${lesson.name}.json`));
            close(true);
          } catch (error) {
            list.append(element('output', { textContent: words.failed(error.message) }));
          }
        };
        const row = element('li', {});
        row.append(item);
        names.append(row);
      }
      list.append(element('p', { className: 'chapter', textContent: title[zh ? 'zh' : 'en'] }), names);
    }
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    const ending = zh ? '.zh.html' : '.html';
    const more = [element('a', { href: `./lessons/index${ending}`, textContent: words.all }), element('a', { href: `./docs/embedding${ending}`, textContent: words.docs })];
    for (const link of more) {
      const row = element('p', {});
      row.append(link);
      list.append(row);
    }
  } catch (error) {
    list.append(element('output', { textContent: words.failed(error.message) }));
  }
}

/** The lessons whose exercise the reader has solved. */
function solved() {
  try {
    const { lessons } = JSON.parse(localStorage.getItem('loopscope-progress'));
    return new Set(Object.keys(lessons).filter((name) => lessons[name].solved === true));
  } catch {
    return new Set();
  }
}

async function json(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
