// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/style.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/picture/palette.h"
#include "client/picture/steps.h"

namespace twinaid::picture {
namespace {

std::string Variables(bool dark) {
  std::string css = ":root{";
  for (const Shade& shade : kPalette) {
    absl::StrAppend(&css, "--", shade.name, ":",
                    absl::StrFormat("#%06x", dark ? shade.dark : shade.light),
                    ";");
  }
  return absl::StrCat(css, "color-scheme:", dark ? "dark" : "light", "}\n");
}

// Lines, bars and words of each step.
std::string StepRules() {
  std::string css;
  for (const Step step : kSteps) {
    const absl::string_view name = StepName(step);
    absl::StrAppend(&css, ".s-", name, "{stroke:var(--", name, ")}.f-", name,
                    "{fill:var(--", name, ")}.t-", name, "{border-color:var(--",
                    name, ")}\n");
  }
  return css;
}

constexpr char kRules[] = R"css(
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem 1.25rem 3rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
span[lang]{unicode-bidi:isolate}
#en:checked~* [lang|=zh]:not(.b),#zh:checked~* [lang=en]:not(.b){display:none}
.switch{position:absolute;opacity:0}
.languages{display:flex;justify-content:flex-end;gap:.25rem;margin:0}
.languages label{padding:.3rem .8rem;border:1px solid var(--line);border-radius:2rem;cursor:pointer;color:var(--accent)}
#en:checked~.languages [for=en],#zh:checked~.languages [for=zh]{background:var(--accent);border-color:var(--accent);color:var(--paper);font-weight:600}
#en:focus-visible~.languages [for=en],#zh:focus-visible~.languages [for=zh]{outline:3px solid var(--ink);outline-offset:2px}
h1{font-size:2rem;line-height:1.2;margin:.5rem 0 .25rem}
h2{font-size:1.4rem;margin:2.75rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
.about{font-size:1.1rem;margin:.25rem 0}
.when,figcaption p,section>p{color:var(--soft)}
section>p,figcaption p{max-width:48rem}
.nothing{padding:.8rem 1rem;background:var(--card);border-radius:.5rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;padding:0;margin:1.25rem 0;list-style:none}
.cards li{padding:.9rem 1rem;background:var(--card);border-radius:.6rem;color:var(--soft);border-left:4px solid var(--accent)}
.cards b{display:block;font-size:2rem;line-height:1.15;color:var(--ink)}
.cards small{font-size:1.1rem;font-weight:400;color:var(--soft)}
.cards .alarm{border-color:var(--alarm)}.cards .alarm b{color:var(--alarm)}
figure{margin:0}
.map>svg,.chart{display:block;width:100%;height:auto;border-radius:.5rem}
.sea{fill:var(--sea)}#land{fill:var(--land);stroke:var(--land);stroke-width:1}
.lines path{fill:none;stroke-width:1.8;stroke-linecap:round}
.lines.some path{stroke-width:1.3;stroke-opacity:.75}.lines.many path{stroke-width:.8;stroke-opacity:.45}
.lines .pool,.key .pool{stroke-width:.7}
.lines path:hover{stroke-width:4;stroke-opacity:1}
.key path{fill:none;stroke-width:2.4}
.s-proposed{stroke-dasharray:6 3}.s-accepted{stroke-dasharray:14 3}.s-dispatched{stroke-dasharray:10 3 2 3}.s-ended{stroke-dasharray:1.5 4}
.marks *{transform-box:fill-box;transform-origin:center}
.gives{fill:var(--accent);stroke:var(--paper)}.receives{fill:var(--ink);stroke:var(--paper)}.both{fill:var(--paper);stroke:var(--ink);stroke-width:1.6}.waits{fill:var(--paper);stroke:var(--alarm);stroke-width:1.8}
.names text,.figure{fill:var(--ink);font-size:11px}
.map .names text{paint-order:stroke;stroke:var(--sea);stroke-width:2.5px;stroke-linejoin:round}
.chart .names text,.figure{font-size:13px;fill:var(--soft)}
.m{text-anchor:middle}.e{text-anchor:end}
.narrow{display:none}
.grid{stroke:var(--line);fill:none}
.f-open{fill:var(--open)}.middle{stroke:var(--ink);stroke-width:2}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.4rem;padding:0;margin:.75rem 0;list-style:none}
.legend svg{vertical-align:middle;margin-right:.4rem}
.key{width:40px;height:14px}.swatch{width:14px;height:14px;overflow:visible}
.bar{display:block;width:100%;min-width:7rem;height:.8rem;border-radius:.2rem}
.step{padding-left:.5rem;border-left:4px solid;white-space:nowrap}
.scroll{overflow-x:auto;margin:1rem 0}
.scroll:focus-visible{outline:3px solid var(--accent)}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{padding:.35rem 1rem .35rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-weight:600;border-bottom:2px solid var(--line);vertical-align:bottom}
thead th.n{white-space:normal}
tbody th{font-weight:500}
.n{text-align:right;padding-right:1.6rem;font-variant-numeric:tabular-nums;white-space:nowrap}
td .bar,th .bar{margin-top:.4rem}
summary{cursor:pointer;color:var(--accent);padding:.4rem 0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--soft)}
@media(max-width:640px){
body{padding:.75rem .9rem 2rem}h1{font-size:1.55rem}h2{font-size:1.25rem}
.cards{grid-template-columns:1fr 1fr}.cards b{font-size:1.6rem}.cards li{padding:.7rem .8rem;font-size:.9rem}
.wide{display:none}.narrow{display:inline}
.map .narrow text{font-size:25px;stroke-width:6px}.chart .narrow text,.figure{font-size:26px}
.marks *{transform:scale(1.8)}.lines path{stroke-width:3.4}.lines.some path{stroke-width:2.4}.lines.many path{stroke-width:1.4}.lines .pool{stroke-width:1.2}
table{font-size:.88rem;min-width:30rem}th,td{min-width:5rem}.n{min-width:0;padding-right:1rem}td:last-child:not(.n){min-width:11rem}
}
@media print{
:root{color-scheme:light}
body{max-width:none;padding:0;font-size:10pt}
.languages{display:none}
.scroll{overflow:visible}
summary{display:none}details::details-content{content-visibility:visible;height:auto}
section,figure,.cards{break-inside:auto}tr,figure,.chart{break-inside:avoid}thead{display:table-header-group}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)css";

}  // namespace

std::string StyleText() {
  return absl::StrCat(Variables(false),
                      "@media screen and (prefers-color-scheme:dark){\n",
                      Variables(true), "}", kRules, StepRules());
}

}  // namespace twinaid::picture
