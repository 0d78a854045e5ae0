import Reports
import Testing

struct PublicViewTests {
    @Test(arguments: ReportKind.allCases, ReportStatus.allCases)
    func `the public sees what status, category and staff allow, and no more`(
        kind: ReportKind,
        status: ReportStatus
    ) {
        let isGone = status == .withdrawn || status == .rejected && kind != .idea
        for isHidden in [false, true] {
            let view = { (visibility: CategoryVisibility) in
                PublicView(visibility: visibility, isHidden: isHidden, kind: kind, status: status)
            }
            let isShown = !isGone && !isHidden
            #expect(view(.public).isPublic == isShown)
            #expect(view(.public).showsText == isShown && view(.public).showsPhotos == isShown)
            #expect(view(.placeOnly).isPublic == isShown)
            #expect(!view(.placeOnly).showsText && !view(.placeOnly).showsPhotos)
            #expect(view(.staff) == view(.placeOnly) || isShown)
            #expect(!view(.staff).isPublic && !view(.staff).showsText && !view(.staff).showsPhotos)
        }
    }
}
