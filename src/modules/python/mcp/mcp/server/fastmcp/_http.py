"""How a server is reached over HTTP. What that rests on is imported only by those who want it."""


class HttpServing:
    @property
    def session_manager(self):
        if self._session_manager is None:
            raise RuntimeError('Session manager can only be accessed aftercalling streamable_http_app().'
                               'The session manager is created lazilyto avoid unnecessary initialization.')
        return self._session_manager

    def custom_route(self, path, methods, name=None, include_in_schema=True):
        from starlette.routing import Route

        def decorator(func):
            self._custom_starlette_routes.append(Route(path, endpoint=func, methods=methods, name=name,
                                                       include_in_schema=include_in_schema))
            return func
        return decorator

    async def run_sse_async(self, mount_path=None):
        await self._serve(self.sse_app(mount_path))

    async def run_streamable_http_async(self):
        await self._serve(self.streamable_http_app())

    async def _serve(self, app):
        import uvicorn
        config = uvicorn.Config(app, host=self.settings.host, port=self.settings.port, log_level=self.settings.log_level.lower())
        await uvicorn.Server(config).serve()

    def _normalize_path(self, mount_path, endpoint):
        if mount_path == '/':
            return endpoint
        return mount_path.removesuffix('/') + ('' if endpoint.startswith('/') else '/') + endpoint

    def sse_app(self, mount_path=None):
        from starlette.applications import Starlette
        from starlette.responses import Response
        from starlette.routing import Mount, Route

        from mcp.server.sse import SseServerTransport
        settings = self.settings
        if mount_path is not None:
            settings.mount_path = mount_path
        sse = SseServerTransport(self._normalize_path(settings.mount_path, settings.message_path), settings.transport_security,
                                 settings.max_request_body_size)

        async def sse_endpoint(request):
            async with sse.connect_sse(request.scope, request.receive, request._send) as streams:
                await self._mcp_server.run(*streams, self._mcp_server.create_initialization_options())
            return Response()

        return Starlette(debug=settings.debug, routes=[
            Route(settings.sse_path, endpoint=sse_endpoint, methods=['GET']),
            Mount(settings.message_path, app=sse.handle_post_message), *self._custom_starlette_routes])

    def streamable_http_app(self):
        from starlette.applications import Starlette
        from starlette.routing import Route

        from mcp.server.streamable_http_manager import StreamableHTTPASGIApp, StreamableHTTPSessionManager
        settings = self.settings
        if self._session_manager is None:
            self._session_manager = StreamableHTTPSessionManager(
                self._mcp_server, event_store=self._event_store, retry_interval=self._retry_interval,
                json_response=settings.json_response, stateless=settings.stateless_http, security_settings=settings.transport_security,
                max_request_body_size=settings.max_request_body_size, session_idle_timeout=settings.session_idle_timeout,
                max_sessions=settings.max_sessions)
        endpoint = StreamableHTTPASGIApp(self._session_manager)
        return Starlette(debug=settings.debug, lifespan=lambda app: self.session_manager.run(),
                         routes=[Route(settings.streamable_http_path, endpoint=endpoint), *self._custom_starlette_routes])
