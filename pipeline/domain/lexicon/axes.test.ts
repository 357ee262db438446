import { expect, it } from 'vitest';
import { looksLikeInstitution } from './axes.js';

it.each(['广州市样例事务服务中心', '样例局（本级）', '中国样例银行', '样例县样例镇', '样例大学'])(
  '%s reads as an institution',
  (label) => expect(looksLikeInstitution(label)).toBe(true),
);

it.each(['便民服务窗口运行', '数据共享平台', '职工运动会', '人才数据库', '物业管理费'])(
  '%s is the name of something else',
  (label) => expect(looksLikeInstitution(label)).toBe(false),
);
