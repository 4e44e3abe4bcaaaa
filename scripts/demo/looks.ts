import type { Look } from './outlets';

/**
 * How the outlets look: plain, each in its own manner, with what makes life hard for a badge on real pages (sticky headers,
 * dark pages, narrow columns, tight headline boxes).
 */
const BASE = `*{box-sizing:border-box}body{margin:0;line-height:1.55}a{color:inherit}img{max-width:100%}
.site a{text-decoration:none}.site nav ul{display:flex;flex-wrap:wrap;gap:20px;list-style:none;margin:0;padding:0}
main{max-width:1060px;margin:0 auto;padding:28px 24px;display:grid;grid-template-columns:minmax(0,1fr) 260px;gap:48px}
h1{line-height:1.15;margin:6px 0 12px;text-wrap:balance}.standfirst{font-size:1.12em;margin:0 0 16px}.meta{font-size:14px;margin:0 0 22px}
.body p{margin:0 0 1.05em}aside h2{font-size:15px;margin:0 0 10px}aside li,.list li{margin:0 0 14px}aside ul,.list{list-style:none;margin:0;padding:0}
.list a{font-size:20px;text-decoration:none}.figure{display:block;width:100%;height:230px;margin:0 0 22px}
footer{max-width:1060px;margin:30px auto 0;padding:18px 24px 40px;font-size:13px}.section{font-size:13px;letter-spacing:.04em}
@media(max-width:760px){main{grid-template-columns:minmax(0,1fr)}}`;

const SERIF = "Georgia,'Times New Roman',serif";
const SANS = "'Helvetica Neue',Arial,sans-serif";

export const LOOKS: Readonly<Record<Look, string>> = {
  broadsheet: `${BASE}body{font:18px/1.6 ${SERIF};color:#1d1b18;background:#fdfcf9}.site{text-align:center;padding:26px 24px 0}
.site .name{font-size:44px;letter-spacing:-.01em}.site .motto{font-style:italic;font-size:14px;color:#6a655c}.site nav{border:solid #1d1b18;border-width:1px 0;margin:16px auto 0;max-width:1060px;padding:8px 0}
.site nav ul{justify-content:center;font:13px ${SANS}}h1{font-size:40px;font-weight:500}.section{color:#8a2b1d;font-family:${SANS}}.meta{color:#6a655c;font-family:${SANS}}.figure{background:#dcd8cd;color:#6a655c}footer{border-top:1px solid #c9c4b8;color:#6a655c}`,
  modern: `${BASE}body{font:17px/1.55 ${SANS};color:#15171a;background:#fff}.site{position:sticky;top:0;z-index:10;background:#0f2a43;color:#fff;display:flex;gap:36px;align-items:center;padding:14px 24px}
.site .name{font-size:22px;font-weight:700}.site .motto{display:none}.site nav{font-size:14px}h1{font-size:36px;font-weight:750;letter-spacing:-.02em}.section{color:#0a5fa8;font-weight:600}.meta{color:#5b6570}.figure{background:#d5e0ea;color:#42515f}footer{color:#5b6570;border-top:1px solid #e2e6ea}`,
  trade: `${BASE}body{font:16px/1.6 ${SANS};color:#20241f;background:#f7f8f5}.site{border-top:5px solid #4a5d23;padding:18px 24px 12px;max-width:1060px;margin:0 auto}.site .name{font:600 27px ${SERIF}}.site .motto{font-size:13px;color:#666f5f}
.site nav{margin-top:12px;font-size:14px}h1{font-size:32px;font-family:${SERIF}}.section{color:#4a5d23;font-weight:600}.meta{color:#666f5f}.figure{background:#dfe4d5;color:#666f5f}footer{color:#666f5f;border-top:1px solid #dfe4d5}`,
  wire: `${BASE}body{font:16px/1.6 ${SANS};color:#111;background:#fff}.site{display:flex;gap:32px;align-items:baseline;border-bottom:3px solid #111;padding:14px 24px}.site .name{font:700 24px ui-monospace,Consolas,monospace}.site .motto{font-size:13px;color:#555}
.site nav{margin-left:auto;font-size:13px}h1{font-size:28px}.section,.meta{font-family:ui-monospace,Consolas,monospace;color:#555;font-size:13px}.figure{display:none}footer{color:#555;border-top:1px solid #ccc}main{grid-template-columns:minmax(0,720px) 220px}`,
  local: `${BASE}body{font:17px/1.6 ${SERIF};color:#222;background:#fff}.site{background:#e9f1f4;padding:18px 24px}.site .name{font:700 30px ${SANS};color:#14566b}.site .motto{font-size:14px;color:#51717c}.site nav{margin-top:10px;font:14px ${SANS}}
h1{font-size:34px;font-family:${SANS};font-weight:700}.section{color:#14566b;font-family:${SANS}}.meta{color:#5c6b70;font-family:${SANS}}.figure{background:#cfe0e6;color:#51717c}footer{color:#5c6b70;border-top:1px solid #d7e3e8}main{grid-template-columns:260px minmax(0,1fr)}main>aside{order:-1}@media(max-width:760px){main>aside{order:1}}`,
  dark: `${BASE}body{font:16px/1.65 ${SANS};color:#d9dde3;background:#12151a}.site{position:sticky;top:0;background:#12151aee;border-bottom:1px solid #2b313a;display:flex;gap:32px;align-items:center;padding:14px 24px}.site .name{font-weight:700;font-size:20px;color:#fff}.site .motto{display:none}
.site nav{font-size:14px;color:#9aa4b1}h1{font-size:34px;color:#fff;font-weight:650}.section{color:#7fd1ae}.meta{color:#8d97a5}.figure{background:#1f252d;color:#8d97a5}footer{color:#8d97a5;border-top:1px solid #2b313a}`,
  company: `${BASE}body{font:18px/1.65 ${SANS};color:#2a2522;background:#f6f1ea}.site{display:flex;justify-content:space-between;padding:26px 24px;max-width:1060px;margin:0 auto}.site .name{font-size:20px;font-weight:600}.site .motto{display:none}.site nav{font-size:15px}
h1{font:500 38px/1.15 ${SERIF}}.section{color:#8a5a3c}.meta{color:#7b6f66}.figure{display:none}footer{color:#7b6f66;border-top:1px solid #e0d6c8}main{grid-template-columns:minmax(0,680px) 1fr}`,
  office: `${BASE}body{font:16px/1.6 ${SANS};color:#1b1b1b;background:#fff}.site{background:#162e51;color:#fff;padding:16px 24px}.site .name{font:600 21px ${SERIF}}.site .motto{font-size:13px;color:#c8d3e3}.site nav{margin-top:10px;font-size:14px}
h1{font-size:30px;font-weight:600}.section{color:#005ea2}.meta{color:#5c5c5c}.figure{display:none}footer{background:#f0f0f0;max-width:none;color:#444}`,
};
