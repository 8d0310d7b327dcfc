from mcp.server.fastmcp.resources.templates import ResourceTemplate
from mcp.server.fastmcp.utilities.logging import get_logger

logger = get_logger(__name__)


class ResourceManager:
    def __init__(self, warn_on_duplicate_resources=True):
        self._resources, self._templates = {}, {}
        self.warn_on_duplicate_resources = warn_on_duplicate_resources

    def add_resource(self, resource):
        logger.debug('Adding resource', extra={'uri': resource.uri, 'type': type(resource).__name__, 'resource_name': resource.name})
        if self.warn_on_duplicate_resources and str(resource.uri) in self._resources:
            logger.warning(f'Resource already exists: {resource.uri}')
        return self._resources.setdefault(str(resource.uri), resource)

    def add_template(self, fn, uri_template, **how):
        made = self._templates[uri_template] = ResourceTemplate.from_function(fn, uri_template=uri_template, **how)
        return made

    async def get_resource(self, uri, context=None):
        place = str(uri)
        logger.debug('Getting resource', extra={'uri': place})
        if found := self._resources.get(place):
            return found
        for template in self._templates.values():
            if params := template.matches(place):
                try:
                    return await template.create_resource(place, params, context=context)
                except Exception as exc:
                    raise ValueError(f'Error creating resource from template: {exc}')
        raise ValueError(f'Unknown resource: {uri}')

    def list_resources(self):
        logger.debug('Listing resources', extra={'count': len(self._resources)})
        return list(self._resources.values())

    def list_templates(self):
        logger.debug('Listing templates', extra={'count': len(self._templates)})
        return list(self._templates.values())
