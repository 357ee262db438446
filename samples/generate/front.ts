/** @module What every sample begins and ends with: cover, contents, overview, glossary. */
import type { Block } from './model.js';

export function cover(lines: string[]): Block[] {
  return [
    { t: 'text', text: lines[0] ?? '', size: 22, bold: true, align: 'center', before: 180, after: 12 },
    ...lines.slice(1).map((text): Block => ({ t: 'text', text, size: 20, bold: true, align: 'center', after: 12 })),
    { t: 'page' },
  ];
}

export function part(text: string): Block[] {
  return [{ t: 'text', text, size: 16, bold: true, align: 'center', before: 4, after: 10, toc: 1 }];
}

export function overview(title: string, entity: string, duties: string[], units: string[]): Block[] {
  return [
    ...part(title),
    { t: 'text', text: '一、主要职责', bold: true, indent: 2, toc: 2 },
    ...duties.map((d, i): Block => ({ t: 'text', text: `（${'一二三四五六七八'[i]}）${d}`, indent: 2 })),
    { t: 'text', text: '二、决算单位构成', bold: true, indent: 2, toc: 2 },
    { t: 'text', text: `纳入${entity}决算编制范围的预算单位包括：${units.join('、')}。`, indent: 2 },
  ];
}

export function glossary(title: string): Block[] {
  const terms = [
    '一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。',
    '二、其他收入：指单位取得的除财政拨款收入、事业收入、经营收入等以外的各项收入。',
    '三、基本支出：指保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。',
    '四、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。',
    '五、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。',
  ];
  return [...part(title), ...terms.map((text): Block => ({ t: 'text', text, indent: 2 }))];
}
