using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Web.Readers;

/// <summary>Answers a request with a document: to nobody's cache, index or frame, running and fetching nothing.</summary>
public abstract class HtmlAnswer : IResult
{
    /// <summary>The HTTP status.</summary>
    public abstract int Status { get; }

    /// <summary>The hash of the document's only style sheet, as a content security policy names it.</summary>
    protected abstract string StyleHash { get; }

    protected abstract Task<string> RenderAsync();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync();
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {StyleHash}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";

        // For browsers that don't read frame-ancestors; no other window or site gets hold of the page; and it needs no device.
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (httpContext.Request.IsHttps)
        {
            response.Headers.StrictTransportSecurity = "max-age=31536000";
        }

        // The address holds the token: no other site is to learn it.
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers.RetryAfter = Status switch
        {
            StatusCodes.Status503ServiceUnavailable => "120",
            StatusCodes.Status429TooManyRequests => "60",
            _ => default,
        };

        // HEAD gets the same without the body.
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
