import { z } from 'zod';
import { type PageContract } from '../../contract';
import { entryId } from '../../domain/log/what';
import { joinIncident } from '../../usecases/response/join-incident';
import { type ForViewer } from '../../wiring/viewer';
import { type ForFigures } from '../../wiring/figures';
import { figuresFunctions } from '../figures/figures';
import { guardedForPeople, resolverOf } from '../guard';
import { whereToList } from './lists';

const Join = z.strictObject({
  key: z.string().regex(/^[A-Z][A-Z0-9_]+-\d{1,10}$/),
  id: z.uuid(),
  zone: z.string().min(1).max(64),
});

/** The resolver behind the project page. */
export function incidentsPageResolver(viewer: ForViewer, figures: ForFigures) {
  return resolverOf<PageContract>({
    ...figuresFunctions(figures),
    getWhereToList: whereToList(viewer),
    joinIncident: guardedForPeople(viewer, { input: Join }, async ({ person, input }) => {
      const { key, id, zone } = input;
      await joinIncident(viewer, key, { person, id: entryId(id), zone });
      return null;
    }),
  });
}
