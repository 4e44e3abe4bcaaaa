import { expect, it } from 'vitest';
import { languageOf } from '../../lib/articles/language';

const ENGLISH = 'The port said that it had closed two of its berths after the control system of a crane failed on Friday.';
it.each([
  ['en-US', ENGLISH, 'en'],
  ['EN_gb', ENGLISH, 'en'],
  [null, ENGLISH, 'en'],
  ['<b>', ENGLISH, 'en'],
  ['und', ENGLISH, 'en'],
  [
    null,
    'Der Hafen hat nach dem Ausfall der Steuerung eines Krans zwei Liegeplätze geschlossen und will sie am Montag wieder öffnen.',
    'de',
  ],
  [
    null,
    'Le port a fermé deux quais après la panne du système de commande d’une grue et les rouvrira lundi, selon la direction.',
    'fr',
  ],
  [null, 'El puerto cerró dos muelles tras el fallo del sistema de control de una grúa y los abrirá de nuevo el lunes.', 'es'],
  [
    null,
    'Il porto ha chiuso due banchine dopo il guasto del sistema di controllo di una gru e le riaprirà lunedì, non prima.',
    'it',
  ],
  [null, '港は金曜日、クレーンの制御システムが故障したため二つのバースを閉鎖した。', 'ja'],
  ['en', '港口周五表示，起重机控制系统故障后关闭了两个泊位。', 'zh'],
  [null, '항구는 금요일 크레인 제어 시스템 고장으로 두 선석을 폐쇄했다', 'ko'],
  [null, 'Порт закрыл два причала после отказа системы управления краном.', 'ru'],
  [null, 'Порт закрив два причали після відмови системи керування краном, її лагодять.', 'uk'],
  ['no', 'Havnen stengte to kaier', 'nb'],
  [null, 'Port closed', 'und'],
  [null, '', 'und'],
  [undefined, '1234 5678 90', 'und'],
])('stated %j, of %.30s it is %3$s', (stated, text, language) => expect(languageOf(stated, text)).toBe(language));
