package import HTTP
package import Reports
package import Territory

/// The city as data, made once at the start: `/api/v1/categories` and `/api/v1/areas`.
package struct CityDoor: Sendable {
    private let categories: Response
    private let areas: Response

    package init(profile: CityProfile, catalogue: CategoryCatalogue, territory: Territory) {
        categories = Response(.json, PreparedBody(catalogue.json(), compressing: .level(9)))
        areas = Response(
            .geoJSON,
            PreparedBody(
                territory.areas.districts.geoJSON(attribution: profile.attribution),
                compressing: .level(9)
            )
        )
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/api/v1", cors: .publicReads) { group in
            group.get("/categories", inline: { [categories] _ in categories })
            group.get("/areas", inline: { [areas] _ in areas })
        }
    }
}
