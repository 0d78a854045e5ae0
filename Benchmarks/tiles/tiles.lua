-- Asks for the tiles that stand in the file given as the first argument, one after the other, from the beginning again
-- after the last. A line is a path, or a path and the entity tag that the client knows, with a tab between.
local requests = {}
local next_request = 0
local threads = 0

function setup(thread)
    thread:set("place", threads)
    threads = threads + 1
end

function init(arguments)
    for line in io.lines(arguments[1]) do
        local path, tag = line:match("^([^\t]+)\t?(.*)$")
        requests[#requests + 1] = wrk.format("GET", path, tag ~= "" and { ["If-None-Match"] = tag } or nil)
    end
    -- The threads begin half a list apart, so that they never ask for the same tile at the same time.
    next_request = math.floor(place * #requests / 2)
end

function request()
    next_request = next_request % #requests + 1
    return requests[next_request]
end
