/** 確認.html: checks a package in a browser without any network. The same for every package; its digest is in the manifest. */
export const checkPage = `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>提供物の確認</title>
<style>
body { font: 1rem/1.8 "BIZ UDPGothic", "Yu Gothic UI", Meiryo, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1c; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
label { display: block; border: 2px dashed #626264; border-radius: 8px; padding: 1.5rem; margin: 1rem 0; }
input { font: inherit; display: block; margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #b4b4b5; padding: .4rem .6rem; text-align: left; vertical-align: top; word-break: break-all; }
th { background: #f1f1f4; } .ok { color: #115a36; font-weight: bold; } .ng { color: #a30e0e; font-weight: bold; }
#verdict { padding: 1rem; border-left: 8px solid #626264; background: #f8f8fb; font-size: 1.1rem; } code { word-break: break-all; }
</style>
</head>
<body>
<h1>提供物の確認</h1>
<p>受け取ったファイルが、提供した機関の作ったときのままであることを確かめます。通信は行いません。</p>
<h2>１　ファイルを選ぶ</h2>
<label for="files">ZIP を展開したフォルダーの中のファイルを<strong>すべて</strong>選んでください（Ctrl キーを押しながら A キーで全部を選べます）。
<input id="files" type="file" multiple></label>
<noscript><p class="ng">このページは JavaScript を使います。使えない場合は、命令「tokumei package verify」で確かめてください。</p></noscript>
<div id="result" hidden>
<h2>２　結果</h2>
<p id="verdict" role="status" aria-live="polite"></p>
<table><thead><tr><th scope="col">ファイル</th><th scope="col">内容</th><th scope="col">結果</th></tr></thead><tbody id="rows"></tbody></table>
<h2>３　発行者を確かめる</h2>
<p>次の指紋が、契約書と、機関のウェブサイトにある個人情報ファイル簿のページに書かれた指紋と<strong>同じ</strong>であることを、目で確かめてください。</p>
<p><code id="fingerprint"></code></p>
</div>
<script>
'use strict';
const altered = '作成時と違うところがあります。このデータを使わず、提供した機関に連絡してください。';
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
const show = (id, text, kind) => { const element = document.getElementById(id); element.textContent = text; element.className = kind || ''; };
function row(path, title, ok, words) {
  const line = document.createElement('tr');
  for (const text of [path, title, words]) line.appendChild(document.createElement('td')).textContent = text;
  line.lastChild.className = ok ? 'ok' : 'ng';
  document.getElementById('rows').appendChild(line);
  return ok;
}
function rawKey(pem) {
  try {
    const der = Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\\s/g, '')), (character) => character.charCodeAt(0));
    return der.length === 44 ? der.slice(-32) : null;
  } catch (error) { return null; }
}
function read(text) {
  try { return JSON.parse(text); } catch (error) { return null; }
}
async function signed(manifest, signature, raw) {
  const key = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, key, unhex(signature), manifest);
}
async function check(files) {
  const byName = new Map(Array.from(files, (file) => [file.name, file]));
  document.getElementById('rows').textContent = '';
  document.getElementById('result').hidden = false;
  show('verdict', '確かめています…');
  for (const name of ['manifest.json', 'manifest.sig', 'public-key.pem']) {
    if (!byName.has(name)) return show('verdict', '「' + name + '」が選ばれていません。フォルダーの中のファイルをすべて選び直してください。', 'ng');
  }
  const bytes = await byName.get('manifest.json').arrayBuffer();
  const manifest = read(new TextDecoder().decode(bytes));
  if (!manifest) { row('manifest.json', '目録', false, '内容が違います'); return show('verdict', altered, 'ng'); }
  const raw = rawKey(await byName.get('public-key.pem').text());
  const fingerprint = raw ? hex(await crypto.subtle.digest('SHA-256', raw)) : '';
  show('fingerprint', raw ? fingerprint.match(/.{4}/g).join(' ') : '読み取れません');
  let sound = fingerprint === manifest.key.fingerprint;
  for (const file of manifest.files) {
    const chosen = byName.get(file.path);
    const ok = chosen && hex(await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer())) === file.sha256;
    sound = row(file.path, file.title, ok, chosen ? (ok ? '作成時のまま' : '内容が違います') : '選ばれていません') && sound;
  }
  if (!sound) return show('verdict', altered, 'ng');
  let trusted = null;
  try { trusted = await signed(bytes, await byName.get('manifest.sig').text(), raw); } catch (error) { trusted = null; }
  if (trusted === null) return show('verdict', 'この閲覧ソフトでは署名を確かめられません。新しい閲覧ソフトか、命令「tokumei package verify」で確かめてください。', 'ng');
  row('manifest.sig', '目録への署名', trusted, trusted ? '合っています' : '合いません');
  if (trusted) show('verdict', 'すべてのファイルが作成時のままで、署名も合っています。続けて、下の指紋を確かめてください。', 'ok');
  else show('verdict', altered, 'ng');
}
document.getElementById('files').addEventListener('change', (event) => check(event.target.files).catch(() => show('verdict', '読み取れませんでした。ファイルをすべて選び直してください。', 'ng')));
</script>
</body>
</html>
`;
