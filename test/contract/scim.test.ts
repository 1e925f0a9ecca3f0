/** A SCIM 2.0 directory keeps the provider contract. */
import { providerContract } from './provider-contract.js';
import { scimSubject } from './scim-subject.js';

providerContract(scimSubject);
