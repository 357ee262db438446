/** @module The classes (类) of the functional classification: code, names and the ordinal that a summary usually prints before them. */
export interface FunctionClass {
  code: string;
  name: string;
  /** Names of earlier years that sentences use too. */
  formerly?: readonly string[];
  /** Older names and short forms that rows print; in a sentence they may mean something else. */
  alsoPrinted?: readonly string[];
  /** 八、社会保障和就业支出: in a final account's summary. Budgets that print 社会保险基金支出 count one more after it. */
  ordinal: number | null;
  /** A department's prose does not speak of it as a class. */
  rowsOnly?: true;
}

export const FUNCTION_CLASSES = [
  { code: '201', ordinal: 1, name: '一般公共服务支出', alsoPrinted: ['一般公共服务'] },
  { code: '202', ordinal: 2, name: '外交支出', alsoPrinted: ['外交'] },
  { code: '203', ordinal: 3, name: '国防支出', alsoPrinted: ['国防'] },
  { code: '204', ordinal: 4, name: '公共安全支出', alsoPrinted: ['公共安全'] },
  { code: '205', ordinal: 5, name: '教育支出', alsoPrinted: ['教育'] },
  { code: '206', ordinal: 6, name: '科学技术支出', alsoPrinted: ['科学技术'] },
  {
    code: '207',
    ordinal: 7,
    name: '文化旅游体育与传媒支出',
    formerly: ['文化体育与传媒支出'],
    alsoPrinted: ['文化旅游体育与传媒'],
  },
  { code: '208', ordinal: 8, name: '社会保障和就业支出', alsoPrinted: ['社会保障和就业'] },
  { code: '209', ordinal: null, name: '社会保险基金支出', alsoPrinted: ['社会保险基金'], rowsOnly: true },
  {
    code: '210',
    ordinal: 9,
    name: '卫生健康支出',
    formerly: ['医疗卫生与计划生育支出'],
    alsoPrinted: ['医疗卫生支出', '卫生健康'],
  },
  { code: '211', ordinal: 10, name: '节能环保支出', alsoPrinted: ['节能环保'] },
  { code: '212', ordinal: 11, name: '城乡社区支出', alsoPrinted: ['城乡社区', '城乡社区事务支出'] },
  { code: '213', ordinal: 12, name: '农林水支出', alsoPrinted: ['农林水', '农林水事务支出'] },
  { code: '214', ordinal: 13, name: '交通运输支出', alsoPrinted: ['交通运输'] },
  {
    code: '215',
    ordinal: 14,
    name: '资源勘探工业信息等支出',
    formerly: ['资源勘探信息等支出'],
    alsoPrinted: ['资源勘探电力信息等支出', '资源勘探工业信息等'],
  },
  { code: '216', ordinal: 15, name: '商业服务业等支出', alsoPrinted: ['商业服务业等'] },
  { code: '217', ordinal: 16, name: '金融支出', alsoPrinted: ['金融'] },
  { code: '219', ordinal: 17, name: '援助其他地区支出', alsoPrinted: ['援助其他地区'] },
  {
    code: '220',
    ordinal: 18,
    name: '自然资源海洋气象等支出',
    formerly: ['国土海洋气象等支出'],
    alsoPrinted: ['自然资源海洋气象等'],
  },
  { code: '221', ordinal: 19, name: '住房保障支出', alsoPrinted: ['住房保障'] },
  { code: '222', ordinal: 20, name: '粮油物资储备支出', alsoPrinted: ['粮油物资储备'] },
  { code: '223', ordinal: 21, name: '国有资本经营预算支出' },
  { code: '224', ordinal: 22, name: '灾害防治及应急管理支出', alsoPrinted: ['灾害防治及应急管理'] },
  { code: '227', ordinal: null, name: '预备费', rowsOnly: true },
  { code: '229', ordinal: 23, name: '其他支出' },
  { code: '230', ordinal: null, name: '转移性支出', rowsOnly: true },
  { code: '231', ordinal: 24, name: '债务还本支出' },
  { code: '232', ordinal: 25, name: '债务付息支出' },
  { code: '233', ordinal: null, name: '债务发行费用支出' },
  { code: '234', ordinal: 26, name: '抗疫特别国债安排的支出', alsoPrinted: ['抗疫特别国债支出'] },
] as const satisfies readonly FunctionClass[];

export type ClassCode = (typeof FUNCTION_CLASSES)[number]['code'];

const ALL: readonly FunctionClass[] = FUNCTION_CLASSES;

/** The name of a class: 208 -> 社会保障和就业支出. */
export function className(code: ClassCode): string {
  return FUNCTION_CLASSES.find((one) => one.code === code)!.name;
}

/** Names that sentences use for a class. */
export function spokenNames({ name, formerly = [] }: FunctionClass): string[] {
  return [name, ...formerly];
}

/** Names that rows print for a class. */
export function printedNames({ name, formerly = [], alsoPrinted = [] }: FunctionClass): string[] {
  return [name, ...formerly, ...alsoPrinted];
}

/** Classes that prose speaks of. */
export const SPOKEN_CLASSES: readonly FunctionClass[] = ALL.filter(({ rowsOnly }) => !rowsOnly);

/** Code -> the names that rows print for it. */
export const CLASS_LABELS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ALL.map((one) => [one.code, printedNames(one)]),
);
