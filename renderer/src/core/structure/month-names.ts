/**
 * Months as news text writes them, full name first; a new language or spelling is a row. Case matters: "may" and
 * "march" are other words. Each form also counts in capitals, and a short form with a full stop after it.
 */
export const monthNames: readonly { readonly month: number; readonly names: readonly string[] }[] = [
  { month: 1, names: ['January', 'Jan'] },
  { month: 2, names: ['February', 'Feb'] },
  { month: 3, names: ['March', 'Mar'] },
  { month: 4, names: ['April', 'Apr'] },
  { month: 5, names: ['May'] },
  { month: 6, names: ['June', 'Jun'] },
  { month: 7, names: ['July', 'Jul'] },
  { month: 8, names: ['August', 'Aug'] },
  { month: 9, names: ['September', 'Sept', 'Sep'] },
  { month: 10, names: ['October', 'Oct'] },
  { month: 11, names: ['November', 'Nov'] },
  { month: 12, names: ['December', 'Dec'] },
  { month: 1, names: ['января', 'январь', 'янв'] },
  { month: 2, names: ['февраля', 'февраль', 'фев', 'февр'] },
  { month: 3, names: ['марта', 'март', 'мар'] },
  { month: 4, names: ['апреля', 'апрель', 'апр'] },
  { month: 5, names: ['мая', 'май'] },
  { month: 6, names: ['июня', 'июнь', 'июн'] },
  { month: 7, names: ['июля', 'июль', 'июл'] },
  { month: 8, names: ['августа', 'август', 'авг'] },
  { month: 9, names: ['сентября', 'сентябрь', 'сен', 'сент'] },
  { month: 10, names: ['октября', 'октябрь', 'окт'] },
  { month: 11, names: ['ноября', 'ноябрь', 'ноя', 'нояб'] },
  { month: 12, names: ['декабря', 'декабрь', 'дек'] },
];

/** Weekdays as a line that is only a date names them. */
export const weekdayNames: readonly string[] = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ...['Mon', 'Tue', 'Tues', 'Wed', 'Thu', 'Thurs', 'Fri', 'Sat', 'Sun'],
  ...['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
];
