"""Schemes of security, as dependencies."""
from fastapi.security.api_key import APIKeyCookie, APIKeyHeader, APIKeyQuery
from fastapi.security.http import HTTPAuthorizationCredentials, HTTPBasic, HTTPBasicCredentials, HTTPBearer, HTTPDigest
from fastapi.security.oauth2 import OAuth2, OAuth2AuthorizationCodeBearer, OAuth2PasswordBearer
from fastapi.security.oauth2 import OAuth2PasswordRequestForm, OAuth2PasswordRequestFormStrict, SecurityScopes
from fastapi.security.open_id_connect_url import OpenIdConnect
