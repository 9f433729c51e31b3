import { type ReadAlert } from '../../ports/declaring/alert-bodies';
import {
  firstText,
  isObject,
  jsonIn,
  labelsIn,
  linesOf,
  listIn,
  type Obj,
  objectIn,
  without,
} from './json';
import { alertOf } from './said';

type Read = (body: unknown) => readonly ReadAlert[];

/**
 * What Amazon's notification service carries: alarms of CloudWatch, anybody's JSON, or words. Its wish to be confirmed
 * comes as an alert as well, with the address to open, because nobody else could hear of it.
 *
 * @param read what the notification carries
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 */
export function snsAlerts(body: Obj, read: Read): readonly ReadAlert[] | undefined {
  const { Type, Message, MessageId, TopicArn } = body;
  if (typeof Type !== 'string' || typeof Message !== 'string' || TopicArn === undefined) {
    return undefined;
  }
  const carried = jsonIn(Message);
  if (Type === 'Notification' && (isObject(carried) || Array.isArray(carried)))
    return read(carried);
  const alert = alertOf({
    id: firstText(MessageId),
    summary: firstText(body['Subject'], Message),
    description: [Message, ...linesOf({ SubscribeURL: body['SubscribeURL'], TopicArn })].join('\n'),
    labels: labelsIn({ Subject: body['Subject'], TopicArn }),
  });
  return [alert];
}

const PLACED = ['AlarmName', 'AlarmDescription', 'NewStateReason', 'NewStateReasonData', 'Trigger'];

/**
 * An alarm of CloudWatch, which says by its new state whether it is over.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export function cloudWatchAlerts(body: Obj): readonly ReadAlert[] | undefined {
  const { AlarmName, NewStateValue, AlarmDescription, NewStateReason, StateChangeTime } = body;
  const name = firstText(AlarmName);
  const state = firstText(NewStateValue);
  if (name === undefined || state === undefined) return undefined;
  const texts = [AlarmDescription, NewStateReason].flatMap((one) => firstText(one) ?? []);
  const trigger = objectIn(body['Trigger']) ?? {};
  const lines = linesOf(without(body, [...PLACED, 'OKActions', 'AlarmActions']));
  const isOver = state.toUpperCase() === 'OK';
  const alert = alertOf({
    id: firstText(body['AlarmArn']) ?? name,
    summary: name,
    description: [...texts, lines.join('\n'), linesOf(trigger).join('\n')].join('\n\n'),
    detected: StateChangeTime,
    state: isOver ? 'recovered' : 'firing',
    recoveredAt: isOver ? StateChangeTime : undefined,
    labels: new Map([...labelsIn(body), ...labelsIn(trigger), ...dimensionsOf(trigger)]),
  });
  return [alert];
}

/** `Dimensions` are a list of names and values. */
function dimensionsOf(trigger: Obj): ReadonlyMap<string, string> {
  return new Map(
    listIn(trigger['Dimensions']).flatMap((one) => {
      const { name, value } = objectIn(one) ?? {};
      const [text, said] = [firstText(name), firstText(value)];
      return text === undefined || said === undefined ? [] : [[text, said] as const];
    }),
  );
}
