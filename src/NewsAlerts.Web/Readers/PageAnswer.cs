namespace NewsAlerts.Web.Readers;

/// <summary>Answers a request with a page that says one thing.</summary>
public sealed class PageAnswer(PageView page, ComponentRenderer components) : HtmlAnswer
{
    public PageView Page { get; } = page;

    public override int Status => Page.Status;

    protected override string StyleHash => PageStyle.Hash;

    protected override Task<string> RenderAsync() => components.RenderAsync<ReaderPage>(new() { [nameof(ReaderPage.Page)] = Page });
}
