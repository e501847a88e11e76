import { applyDecorators } from '@nestjs/common';
import { IsBoolean, IsEmail, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { SHORTEST_PASSWORD } from '../../access/accounts/secrets.js';
import { ListQuery } from '../../access/routes/list-file.js';
import { IfGiven, QueryBoolean, Trimmed } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';

function PersonName(): PropertyDecorator {
  return applyDecorators(Trimmed(), IsString(), IsNotEmpty(), MaxLength(200));
}

export class VendorInvitationBody {
  @IsEmail()
  @MaxLength(320)
  email!: string;

  /** Name of the person. They can change it when they accept. */
  @PersonName()
  name!: string;
}

export class InvitationAcceptanceBody {
  /** Your name. By default, the name in the invitation. */
  @IfGiven()
  @PersonName()
  name?: string;

  /** At least twelve characters. */
  @IsString({ context: { schema: { type: 'string', minLength: SHORTEST_PASSWORD } } })
  @MaxLength(1000)
  password!: string;
}

export class VendorAccountChangeBody {
  /** `true` shuts the account: its sessions end and its tokens no longer work. `false` opens it again. */
  @IsBoolean()
  disabled!: boolean;
}

export class VendorInvitationsQuery extends ListQuery {
  /** `true` for invitations that the person can still accept, `false` for the others. */
  @IfGiven()
  @QueryBoolean()
  open?: boolean;

  /** Sorted by `id`, which is the order in which people were invited. */
  @SortedBy('id')
  sort: BothWays<'id'> = '-id';
}

export class VendorAccountsQuery extends ListQuery {
  @SortedBy('email')
  sort: BothWays<'email'> = 'email';
}
