import type { FaultKind, FaultPlace } from './fault-box.ts';
import { ApiError, page, type Reply } from './reply.ts';

/** Faults that answer in place of everything else. */
export function faultReply(place: FaultPlace, fault: FaultKind | undefined): Reply | undefined {
  const api = place === 'list' || place === 'report' || place === 'api';
  const later: Record<string, string> = fault === 'too-many-wait' ? { 'Retry-After': '7' } : {};
  switch (fault) {
    case 'too-many':
    case 'too-many-wait':
      return api ? new ApiError(429, 'Quota exceeded for quota metric \'Read requests\' of service \'forms.googleapis.com\'.', [], later).reply : page(429, 'Too Many Requests', '', later);
    case 'outage':
      return page(503, 'Service Unavailable', '<p>The server encountered a temporary error.</p>');
    case 'refused':
      return api ? new ApiError(400, 'Request contains an invalid argument.').reply : page(400, 'Error 400 (Bad Request)');
    case 'sorry':
      return api ? page(503, 'Sorry...', '<p>Our systems have detected unusual traffic.</p>') : undefined;
    case 'signed-out':
      return new ApiError(401, 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.', [], {}, 'authError').reply;
    case 'forbidden':
      return new ApiError(403, 'The caller does not have permission', [], {}, 'forbidden').reply;
    case 'quota':
      return new ApiError(403, 'The request cannot be completed because you have exceeded your quota.', [], {}, 'quotaExceeded').reply;
    case 'page-instead':
      return page(200, 'One moment please');
    default:
      return undefined;
  }
}
